import { hydrate } from 'preact';
import type { PageData } from '../render/advice/html/page-data.ts';
import { guardElements } from '../render/advice/html/guard-elements.ts';
import { unpackText } from '../text/pack.ts';
import { LiveWorkload } from './live-workload.tsx';

// The program of an HTML report. It takes over the elements that the file was written with, one
// workload after the other, and from then on what is changed in them is judged by the same code.

guardElements();
const element = document.getElementById('report-data');
if (element !== null) takeOver(JSON.parse(unpackText(element.textContent)) as PageData, 0);
openTargets();
openForPrint();

/** Between two workloads the browser gets a chance to draw and to answer. */
function takeOver(page: PageData, index: number): void {
  const article = document.getElementById(`w${index + 1}`);
  if (article === null) return;
  hydrate(<LiveWorkload data={page} index={index} />, article);
  setTimeout(() => {
    takeOver(page, index + 1);
  });
}

/** A link to a folded reason opens it. */
export function openTargets(): void {
  const open = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target instanceof HTMLDetailsElement) target.open = true;
  };
  addEventListener('hashchange', open);
  open();
}

/** Paper cannot be opened: everything is unfolded for print, and folded again after it. */
export function openForPrint(): void {
  let folded: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    folded = [...document.querySelectorAll<HTMLDetailsElement>('.advice details:not([open])')];
    for (const each of folded) each.open = true;
  });
  addEventListener('afterprint', () => {
    for (const each of folded) each.open = false;
    folded = [];
  });
}
