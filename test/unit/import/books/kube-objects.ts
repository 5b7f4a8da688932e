// Objects of Kubernetes with nothing in them but what a row of a book says.

/** Where something differs from a plain Deployment. */
interface Changes {
  /** Keys of a flow map each, a comma behind them. */
  readonly meta?: string;
  readonly spec?: string;
  readonly podMeta?: string;
  readonly pod?: string;
  readonly container?: string;
  readonly image?: string;
  readonly labels?: string;
  readonly kind?: string;
  readonly api?: string;
  /** What stands in the place of its containers. */
  readonly containers?: string;
}

/** A file of several documents. */
export const docs = (...documents: readonly (string | readonly string[])[]): string =>
  ['', ...documents.flat()].join('\n---\n').trimStart();

/** A controller that describes pods. */
export function pods(name: string, changes: Changes = {}): string {
  const { meta = '', spec = '', podMeta = '', pod = '', container = '', labels = `app: ${name}` } = changes;
  const { image = 'town/shop:1', kind = 'Deployment', api = 'apps/v1' } = changes;
  const { containers = `{ image: "${image}", ${container}name: ${name} }` } = changes;
  return `{ apiVersion: ${api}, kind: ${kind}, metadata: { ${meta}name: ${name} }, spec: { ${spec}template: {
    metadata: { ${podMeta}labels: { ${labels} } },
    spec: { ${pod}containers: [${containers}] } } } }`;
}

/** Any object. */
export const object = (api: string, kind: string, name: string, spec = '', meta = ''): string =>
  `{ apiVersion: ${api}, kind: ${kind}, metadata: { ${meta}name: ${name} }, spec: { ${spec} } }`;

/** A service before the pods that are called like it. */
export const service = (name: string, spec = '', meta = ''): string =>
  object('v1', 'Service', name, `${spec}selector: { app: ${name} }`, meta);

/** A way in to the service that is called like it. */
export const ingress = (name: string, host: string, spec = '', meta = ''): string =>
  object(
    'networking.k8s.io/v1',
    'Ingress',
    name,
    `${spec}rules: [{ ${host}http: { paths: [{ backend: { service: { name: ${name} } } }] } }]`,
    meta,
  );

/** A node as a cluster prints it. */
export const node = (name: string, meta = '', spec = ''): string =>
  object('v1', 'Node', name, spec, `${meta}uid: 1, resourceVersion: "1", `);
