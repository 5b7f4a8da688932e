import { on } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { judgeShare, type ShareMessage, type ShareRules } from './fleet/judge-share.ts';

// What another thread of the program runs: it judges the rows that it is told of. See share-rows.ts.

if (parentPort === null) throw new Error('this is run as a thread of advise fleet assess');
judgeFrom(parentPort);

function judgeFrom(port: MessagePort): void {
  const listMessages = async function* (): AsyncGenerator<ShareMessage> {
    for await (const [message] of on(port, 'message')) yield message as ShareMessage;
  };
  // A failure nobody catches ends the thread, and reaches whoever started it.
  void judgeShare(workerData as ShareRules, listMessages(), (reply) => {
    port.postMessage(reply);
  }).then(() => {
    port.close();
  });
}
