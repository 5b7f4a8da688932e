/** A registry where makers and projects publish images for everybody. */
interface PublicRegistry {
  readonly host: string;
  readonly source: string;
}

/** What is known of them. */
export const publicRegistries: readonly PublicRegistry[] = [
  { host: 'ghcr.io', source: 'https://docs.github.com/packages' },
  { host: 'quay.io', source: 'https://docs.quay.io' },
  { host: 'gcr.io', source: 'https://cloud.google.com/artifact-registry/docs' },
  { host: 'registry.k8s.io', source: 'https://github.com/kubernetes/registry.k8s.io' },
  { host: 'k8s.gcr.io', source: 'https://github.com/kubernetes/registry.k8s.io' },
  { host: 'mcr.microsoft.com', source: 'https://github.com/microsoft/containerregistry' },
  { host: 'public.ecr.aws', source: 'https://docs.aws.amazon.com/AmazonECR/latest/public/' },
  { host: 'lscr.io', source: 'https://docs.linuxserver.io' },
  { host: 'registry.gitlab.com', source: 'https://docs.gitlab.com/user/packages/container_registry/' },
  { host: 'docker.elastic.co', source: 'https://www.docker.elastic.co' },
  { host: 'nvcr.io', source: 'https://docs.nvidia.com/ngc/' },
  { host: 'registry.access.redhat.com', source: 'https://catalog.redhat.com' },
  { host: 'registry.redhat.io', source: 'https://catalog.redhat.com' },
  { host: 'container-registry.oracle.com', source: 'https://container-registry.oracle.com' },
  { host: 'codeberg.org', source: 'https://docs.codeberg.org' },
  { host: 'icr.io', source: 'https://cloud.ibm.com/docs/Registry' },
];

const known: ReadonlySet<string> = new Set(publicRegistries.map(({ host }) => host));

/** Whether a registry, by the name of its host, is one where makers publish; Docker Hub is not named in images. */
export function isPublicRegistry(host: string): boolean {
  return known.has(host);
}
