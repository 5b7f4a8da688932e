import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { on } from 'node:events';
import { judgeShare, type ShareMessage, type ShareRules } from '../../src/fleet/judge-share.ts';
import type { Thread } from '../../src/start-thread.ts';

/** What another thread does, done in this one: what is told and heard passes through a port all the same. */
export function startThreadHere(rules: unknown): Thread {
  const { port1: near, port2: far } = new MessageChannel();
  let failure: unknown;
  judgeShare(structuredClone(rules) as ShareRules, listMessages<ShareMessage>(far), (reply) => {
    far.postMessage(reply);
  }).catch((error: unknown) => {
    failure = error;
    near.close();
  });
  const told = listMessages<unknown>(near);
  return {
    tell: (message) => {
      near.postMessage(message);
    },
    hear: async () => {
      const next = await told.next();
      if (next.done !== true) return next.value;
      throw failure instanceof Error ? failure : new Error('the port was closed');
    },
    stop: () => {
      near.close();
      return Promise.resolve();
    },
  };
}

async function* listMessages<Message>(port: MessagePort): AsyncGenerator<Message> {
  for await (const [message] of on(port, 'message', { close: ['close'] })) yield message as Message;
}
