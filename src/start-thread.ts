import { Worker } from 'node:worker_threads';

/** Another thread of the program. What is told is data. */
export interface Thread {
  /** @param given what is the other thread's own from then on */
  tell(message: unknown, given?: readonly ArrayBuffer[]): void;
  /** What it told next; throws its error where it failed, or has ended. */
  hear(): Promise<unknown>;
  /** Ends it, whatever it does. */
  stop(): Promise<void>;
}

/**
 * Starts a thread. What it tells is kept until somebody hears it.
 * @param file what it runs
 * @param data what it starts with
 */
export function startThread(file: string, data: unknown): Thread {
  const worker = new Worker(file, { workerData: data });
  const told: unknown[] = [];
  const waiting: { readonly give: (message: unknown) => void; readonly fail: (error: Error) => void }[] = [];
  let failure: Error | undefined;
  const end = (error: Error): void => {
    failure ??= error;
    for (const { fail } of waiting.splice(0)) fail(failure);
  };
  worker.on('message', (message) => {
    const first = waiting.shift();
    if (first === undefined) told.push(message);
    else first.give(message);
  });
  worker.on('error', end);
  worker.on('exit', (code) => {
    end(new Error(`a thread ended, with ${code}`));
  });
  return {
    tell: (message, given = []) => {
      worker.postMessage(message, given);
    },
    hear: () =>
      new Promise((give, fail) => {
        if (told.length > 0) give(told.shift());
        else if (failure !== undefined) fail(failure);
        else waiting.push({ give, fail });
      }),
    stop: async () => {
      await worker.terminate();
    },
  };
}
