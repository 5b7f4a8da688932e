import { type Book, each, number } from './book.ts';
import { docs, ingress, object, pods, service } from './kube-objects.ts';

const note = (text: string): string => `annotations: { ${text} }, `;
const route = (kind: string, name: string, spec: string): string =>
  object('gateway.networking.k8s.io/v1', kind, name, spec);
const openShift = (name: string, spec: string): string =>
  object('route.openshift.io/v1', 'Route', name, spec);
const budget = (name: string, selector: string): string =>
  object('policy/v1', 'PodDisruptionBudget', name, `maxUnavailable: 1, selector: ${selector}`);
const policy = (name: string, selector: string, meta = ''): string =>
  object('networking.k8s.io/v1', 'NetworkPolicy', name, `podSelector: ${selector}`, meta);

/** Balancers with an annotation. */
const balancers = {
  aws: 'service.beta.kubernetes.io/aws-load-balancer-internal: "true"',
  'aws-old': 'service.beta.kubernetes.io/aws-load-balancer-internal: 0.0.0.0/0',
  'aws-scheme': 'service.beta.kubernetes.io/aws-load-balancer-scheme: internal',
  google: 'networking.gke.io/load-balancer-type: Internal',
  'not-internal': 'service.beta.kubernetes.io/aws-load-balancer-internal: "false"',
  facing: 'service.beta.kubernetes.io/aws-load-balancer-scheme: internet-facing',
  'nearly-internal': 'service.beta.kubernetes.io/aws-load-balancer-scheme: internally',
  'nearly-internal-too': 'service.beta.kubernetes.io/aws-load-balancer-scheme: not-internal',
  'other-note': 'example.com/internal-note: "true"',
  internals: 'example.com/internals: "true"',
  types: 'networking.gke.io/load-balancer-types: Internal',
  schemes: 'example.com/schemes: internal',
  'scheme-alone': 'scheme: internal',
};

/** Ingresses with an annotation. */
const ingresses = {
  alb: 'alb.ingress.kubernetes.io/scheme: internal',
  gce: 'kubernetes.io/ingress.class: gce-internal',
  nginx: 'kubernetes.io/ingress.class: nginx-internal',
  'nginx-open': 'kubernetes.io/ingress.class: nginx',
  private: 'example.com/ingress.class: private',
  deep: 'kubernetes.io/ingress.class.name: private',
};

/** What leads to workloads, and what nearly does. */
export const kubeReach: Book = {
  'hosts that anybody can look up, and hosts that nobody outside can': {
    'hosts.yaml': docs(
      number(
        `shop.example shop.localhost localhost shop.local local.example shop.internal internal.example shop.intranet
         shop.lan plan shop.corp shop.home web.svc shop.test shop.latest shop.invalid SHOP.LOCAL`,
        (name, host) => docs(pods(name), service(name), ingress(name, `host: ${host}, `)),
      ),
    ),
  },
  'balancers, and annotations that make them internal': {
    'balancers.yaml': docs(
      each({ ...balancers }, (name, text) =>
        docs(pods(name), service(name, 'type: LoadBalancer, ', note(text))),
      ),
      each({ 'node-port': 'NodePort', 'node-ports': 'NodePorts', inside: 'ClusterIP' }, (name, type) =>
        docs(pods(name), service(name, `type: ${type}, `)),
      ),
      pods('of-host', { pod: 'hostNetwork: true, ' }),
      pods('alone'),
      pods('elsewhere', { meta: 'namespace: town, ' }),
      service('elsewhere', 'type: LoadBalancer, ', 'namespace: village, '),
    ),
  },
  ingresses: {
    'ingresses.yaml': docs(
      each(ingresses, (name, text) =>
        docs(pods(name), service(name), ingress(name, `host: ${name}.example, `, '', note(text))),
      ),
      each(
        { 'class-internal': 'nginx-internal', 'class-private': 'private', 'class-open': 'nginx' },
        (name, text) =>
          docs(pods(name), service(name), ingress(name, 'host: a.example, ', `ingressClassName: ${text}, `)),
      ),
      ['any', 'standard', 'old-standard', 'old', 'two', 'two-b', 'no-tls'].map((name) =>
        docs(pods(name), service(name)),
      ),
      ingress('any', ''),
      object('networking.k8s.io/v1', 'Ingress', 'x', 'defaultBackend: { service: { name: standard } }'),
      object('extensions/v1beta1', 'Ingress', 'x', 'backend: { serviceName: old-standard }'),
      object(
        'extensions/v1beta1',
        'Ingress',
        'x',
        'rules: [{ host: a.example, http: { paths: [{ backend: { serviceName: other } }, { backend: { serviceName: old } }] } }]',
      ),
      ingress('two', 'host: two.local, '),
      ingress('two', 'host: two.example, ', 'tls: [{ secretName: two }], '),
      ingress('no-tls', 'host: tls.example, ', 'tls: [], '),
    ),
  },
  'routes of gateways and of OpenShift': {
    'routes.yaml': docs(
      each({ http: 'HTTPRoute', grpc: 'GRPCRoute', tls: 'TLSRoute', tcp: 'TCPRoute' }, (name, kind) =>
        docs(
          pods(name),
          service(name),
          route(
            kind,
            name,
            `hostnames: [${name}.local, ${name}.example], rules: [{ backendRefs: [{ name: other }] }, { backendRefs: [{ name: x }, { name: ${name} }] }]`,
          ),
        ),
      ),
      ['no-names', 'ended', 'other', 'any'].map((name) => docs(pods(name), service(name))),
      route('HTTPRoute', 'x', 'rules: [{ backendRefs: [{ name: no-names }] }]'),
      openShift('x', 'host: a.example, to: { name: ended }, tls: { termination: edge }'),
      openShift('x', 'host: b.example, to: { name: elsewhere }'),
      openShift('x', 'to: { name: any }'),
    ),
  },
  'services, and no way in among them': {
    'services.yaml': docs(pods('a'), service('a'), pods('b')),
  },
  'labels that select': {
    'labels.yaml': docs(
      each(
        {
          both: 'app: x, tier: web',
          'one-of': 'app: x, tier: db',
          in: 'tier: in',
          'not-in': 'tier: not',
          exists: 'tier: exists, here: "yes"',
          'none-of': 'app: none-of',
        },
        (name, labels) => pods(name, { labels }),
      ),
      object('v1', 'Service', 'both', 'selector: { app: x, tier: web }'),
      object('v1', 'Service', 'nobody', 'type: ClusterIP'),
      object('v1', 'Service', 'empty', 'selector: {}'),
      budget('in', '{ matchExpressions: [{ key: tier, operator: In, values: [in, other] }] }'),
      budget('exists', '{ matchExpressions: [{ key: here, operator: Exists }] }'),
      budget('both', '{ matchLabels: { app: x, tier: db } }'),
      policy('not', '{ matchExpressions: [{ key: tier, operator: NotIn, values: [in, web, db, exists] }] }'),
      policy('missing', '{ matchExpressions: [{ key: tier, operator: DoesNotExist }] }'),
      policy('odd', '{ matchExpressions: [{ key: tier, operator: Near }] }'),
      policy('twice', '{ matchLabels: { tier: in }, matchExpressions: [{ key: here, operator: Exists }] }'),
      policy('all', '{}', 'namespace: town, '),
      pods('in-town', { meta: 'namespace: town, ' }),
    ),
  },
  'marks of a mesh, the nearest first': {
    'mesh.yaml': docs(
      each(
        {
          istio: 'sidecar.istio.io/inject: "true"',
          kuma: 'kuma.io/sidecar-injection: enabled',
          'istio-old': 'istio-injection: enabled',
          revision: 'istio.io/rev: one',
          ambient: 'istio.io/dataplane-mode: ambient',
          'no-ambient': 'istio.io/dataplane-mode: none',
          'no-istio': 'sidecar.istio.io/inject: "false"',
          'no-kuma': 'kuma.io/sidecar-injection: disabled',
          'none-such': 'istio.io/rev: none-such',
          'not-false': 'istio.io/rev: not-false',
        },
        (name, labels) => pods(name, { labels }),
      ),
      each(
        {
          'istio-note': 'sidecar.istio.io/inject: "true"',
          linkerd: 'linkerd.io/inject: enabled',
          consul: 'consul.hashicorp.com/connect-inject: "true"',
          'no-linkerd': 'linkerd.io/inject: disabled',
        },
        (name, text) => pods(name, { podMeta: note(text) }),
      ),
      pods('own', { meta: 'labels: { istio.io/rev: one }, ' }),
      pods('in-mesh', { meta: 'namespace: mesh, ' }),
      pods('out-of-mesh', { meta: 'namespace: mesh, ', labels: 'sidecar.istio.io/inject: "false"' }),
      object('v1', 'Namespace', 'mesh', '', 'labels: { istio-injection: enabled }, '),
    ),
  },
};
