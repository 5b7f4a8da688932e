// Whole files for the examples of rules, which differ by a line.

/** A Deployment. @param more keys of its specification, in flow style */
export function deployment(more = '', pod = '', container = ''): string {
  return controller('apps/v1', 'Deployment', more, pod, container);
}

/** Any kind that describes its pods by a template, with one container. */
export function controller(apiVersion: string, kind: string, more = '', pod = '', container = ''): string {
  return `apiVersion: ${apiVersion}
kind: ${kind}
metadata: { name: shop }
spec: { ${more && `${more}, `}template: { metadata: { labels: { app: shop } }, spec: { ${pod && `${pod}, `}containers: [{ name: shop, image: shop${container && `, ${container}`} }] } } }`;
}

/** Several objects in one file. */
export function files(...documents: readonly string[]): string {
  return documents.join('\n---\n');
}

/** A service that leads to these pods. @param more keys of its specification */
export function service(more = ''): string {
  return `apiVersion: v1
kind: Service
metadata: { name: shop }
spec: { selector: { app: shop }${more && `, ${more}`} }`;
}

/** A way in to a service. @param host what it answers to */
export function ingress(host: string, name = 'shop'): string {
  return `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: shop }
spec: { rules: [{ host: ${host}, http: { paths: [{ path: /, backend: { service: { name: ${name} } } }] } }] }`;
}

/** A file as a cluster prints it: it has an identity there. */
export function observed(file: string): string {
  return file.replace(
    'metadata: { name: shop }',
    'metadata: { name: shop, uid: 6f1e, resourceVersion: "7" }',
  );
}
