/**
 * What a page runs to sort its tables by a number and to show the rows that hold some words. Without it the page is
 * whole: it only adds buttons and fields.
 */
export const tableScript = `
for (const table of document.querySelectorAll('table[data-sort]')) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  if (rows.length < 2) continue;
  const heads = [...table.tHead.rows[0].cells];
  const valueOf = (row, place) => {
    const { value } = row.cells[place].dataset;
    return value === undefined ? row.cells[place].textContent.trim() : Number(value);
  };
  const compare = (a, b) => (typeof a === 'number' ? a - b : a.localeCompare(b, 'en'));
  heads.forEach((head, place) => {
    const name = head.textContent.trim();
    if (name === '') return;
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const falls = head.getAttribute('aria-sort') !== 'descending';
      for (const each of heads) each.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', falls ? 'descending' : 'ascending');
      const sorted = [...rows].sort((a, b) => (falls ? -1 : 1) * compare(valueOf(a, place), valueOf(b, place)));
      body.append(...sorted);
    });
  });
  if (rows.length < 9) continue;
  const label = document.createElement('label');
  label.className = 'filter';
  const field = document.createElement('input');
  field.type = 'search';
  const shown = document.createElement('output');
  label.append('Show rows with ', field, ' ', shown);
  table.closest('.wide').before(label);
  field.addEventListener('input', () => {
    const words = field.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let count = 0;
    for (const row of rows) {
      const text = row.cells[0].textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) count += 1;
    }
    shown.textContent = words.length === 0 ? '' : count + ' of ' + rows.length;
  });
}
`;
