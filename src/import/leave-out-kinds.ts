/** Below this, a text is composed whole, so that all mistakes in it are found. */
const large = 2 * 1024 * 1024;

/** Kinds of objects of which nothing is read but that they are there. */
const unreadKinds = [
  'ClusterRole',
  'ClusterRoleBinding',
  'ConfigMap',
  'CustomResourceDefinition',
  'EndpointSlice',
  'Endpoints',
  'Event',
  'Lease',
  'PodMonitor',
  'PrometheusRule',
  'Role',
  'RoleBinding',
  'Secret',
  'ServiceMonitor',
];

const unreadKind = new RegExp(`^kind: *["']?(${unreadKinds.join('|')})["']? *\\r?$`, 'm');

/**
 * A large YAML text with the objects emptied that nobody reads, but for what they are: they are much of many
 * rendered charts and dumps, and composing takes a second a megabyte. Lines stay where they are.
 */
export function leaveOutKinds(text: string): string {
  if (text.length <= large || !unreadKind.test(text)) return text;
  return text
    .split(/^(?=---(?:\s|$))/m)
    .map((document) => (unreadKind.test(document) ? emptyDocument(document) : document))
    .join('');
}

/** Only the lines that say what a document is; others lose what stands in them. */
function emptyDocument(document: string): string {
  return document.replace(/^.*$/gm, (line) => (/^(---|apiVersion:|kind:)/.test(line) ? line : ''));
}
