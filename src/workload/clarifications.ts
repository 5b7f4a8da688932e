/** One answer to a clarification: what it means, and what it says of facts. */
export interface ClarifyingAnswer {
  /** As somebody chooses it. */
  readonly means: string;
  /** All that is said with it; of every other fact nothing is. */
  readonly says: Readonly<Record<string, readonly string[]>>;
}

/** A question that settles several facts that hang together, wherever a file left them open in the same way. */
export interface Clarification {
  readonly id: string;
  readonly question: string;
  /** Why a file cannot tell. */
  readonly why: string;
  /** The rules of inference that find what has to be asked about. */
  readonly askedBy: readonly string[];
  /** The rules of inference that know the answer, where they say something of its facts. */
  readonly settledBy?: readonly string[];
  readonly answers: Readonly<Record<string, ClarifyingAnswer>>;
}

/** Every clarification. */
export const clarifications: readonly Clarification[] = [
  {
    id: 'which-rights',
    question: 'It is given full privileges. Which of them does it need?',
    why: 'Full privileges are enough for anything; most programs that have them need one or two, or a device.',
    askedBy: ['container/privileged'],
    settledBy: ['image/known'],
    answers: {
      none: {
        means: 'none of them',
        says: {
          'os.host-access': ['none'],
          'os.runs-containers': ['no'],
          'os.kernel-module': ['no'],
          'os.realtime': ['no'],
          'os.runs-vms': ['no'],
        },
      },
      capabilities: {
        means: 'one or two capabilities, and it starts no containers or machines',
        says: {
          'os.host-access': ['extra-capabilities'],
          'os.runs-containers': ['no'],
          'os.runs-vms': ['no'],
        },
      },
      'parts-of-the-host': {
        means: 'folders, processes or the network of its host, and it starts no containers or machines',
        says: {
          'os.host-access': ['host-paths', 'host-paths-or-network'],
          'os.runs-containers': ['no'],
          'os.runs-vms': ['no'],
        },
      },
      'starts-containers': {
        means: 'those that it takes to start containers',
        says: { 'os.runs-containers': ['docker-daemon'] },
      },
      all: {
        means: 'really all of them, though it is there for users and not for the machine',
        says: { 'os.host-access': ['privileged-app'] },
      },
      'for-the-machine': {
        means: 'it is there to look after the machine that it runs on',
        says: { 'os.host-access': ['node-agent'], 'os.runs-containers': ['no'] },
      },
    },
  },
  {
    id: 'why-the-engine',
    question: 'It holds the socket of the container engine. What for?',
    why: 'With that socket a program can start containers, or look after those of its host; the two are far apart.',
    askedBy: ['container/engine-socket'],
    settledBy: ['image/known'],
    answers: {
      'starts-containers': {
        means: 'it starts containers, and needs nothing else of its host',
        says: { 'os.runs-containers': ['docker-daemon'], 'os.host-access': ['none'] },
      },
      'builds-images': {
        means: 'it builds images, and needs nothing else of its host',
        says: { 'os.runs-containers': ['rootless-builds'], 'os.host-access': ['none'] },
      },
      'manages-its-host': {
        means: 'it shows or manages the containers of its host',
        says: { 'os.runs-containers': ['no'], 'os.host-access': ['node-agent'] },
      },
      nothing: {
        means: 'nothing that it needs: the socket could go, and nothing else of its host is needed',
        says: { 'os.runs-containers': ['no'], 'os.host-access': ['none'] },
      },
    },
  },
  {
    id: 'own-module',
    question: 'It may load modules into the kernel. Which does it load?',
    why: 'A module that the distribution ships is loaded by the host; one of its own ties it to a kernel.',
    askedBy: ['container/load-module'],
    answers: {
      own: { means: 'one that it brings', says: { 'os.kernel-module': ['yes'] } },
      shipped: {
        means: 'those that the distribution ships, or none',
        says: { 'os.kernel-module': ['no'] },
      },
    },
  },
  {
    id: 'newer-release',
    question: 'It runs on a release that is out of support. Would its program run on one that is supported?',
    why: 'What a machine runs on is not what its program needs: where a newer release would do, the old one decides nothing.',
    askedBy: ['machine/release-ended', 'host/release-ended'],
    answers: {
      'runs-on-newer': { means: 'yes, or nobody knows why not', says: { 'os.release': ['current'] } },
      'needs-the-old': { means: 'no, it needs the old one', says: { 'os.release': ['end-of-life'] } },
      retiring: {
        means: 'that is no question: it will be gone within a year',
        says: { 'package.remaining-life': ['under-1-year'] },
      },
    },
  },
];

/** The clarification of an id; undefined where there is none. */
export function findClarification(id: string): Clarification | undefined {
  return clarifications.find((each) => each.id === id);
}
