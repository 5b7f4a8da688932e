// The program of an HTML report. It takes over the elements that the file was written with, one
// workload after the other, and from then on what is changed in them is judged by the same code.
import { hydrate } from 'preact';
import type { PageData } from '../render/html/page-data.ts';
import { LiveWorkload } from './live-workload.tsx';
import { openForPrint, openTargets } from './open-details.ts';

const element = document.getElementById('report-data');
const data = JSON.parse(element?.textContent ?? 'null') as PageData | null;
if (data !== null) takeOver(data, 0);
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
