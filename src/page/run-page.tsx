import { hydrate, render } from 'preact';
import type { PageData } from '../render/advice/html/page-data.ts';
import { guardElements } from '../render/advice/html/guard-elements.ts';
import { unpackText } from '../text/pack.ts';
import { LiveWorkload } from './live-workload.tsx';
import { addOverviewControls } from './overview-controls.tsx';

// The program of an HTML report. It takes over the elements that the file was written with, one
// workload after the other, and from then on what is changed in them is judged by the same code.

guardElements();
const element = document.getElementById('report-data');
if (element !== null) {
  const page = JSON.parse(unpackText(element.textContent)) as PageData;
  for (const [index, article] of document.querySelectorAll('[data-live]').entries())
    takeOver(page, index, article);
}
addOverviewControls();
openTargets();

/** A folded workload is taken over when it is opened: an estate has hundreds, and few are looked at. */
function takeOver(page: PageData, index: number, article: Element): void {
  const fold = article.closest('details');
  const start = () => {
    const live = <LiveWorkload data={page} index={index} />;
    if (article.getAttribute('data-live') !== 'short') hydrate(live, article);
    else {
      article.replaceChildren();
      render(live, article);
    }
  };
  if (fold === null || fold.open) start();
  else fold.addEventListener('toggle', start, { once: true });
}

/** A link to something folded opens it, and what it is folded in. */
export function openTargets(): void {
  const open = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let each = target?.closest('details'); each; each = each.parentElement?.closest('details'))
      each.open = true;
    target?.scrollIntoView();
  };
  addEventListener('hashchange', open);
  open();
}
