import type { Claims } from '../inference-rule.ts';

/** A mark by which the platform below a cluster is known, and what it says of the site. */
export interface ClusterMark {
  readonly mark: RegExp;
  readonly says: Claims;
  readonly source: string;
}

const managed: Claims = { 'site.containers': ['managed-kubernetes'], 'site.hosting': ['public-cloud'] };
const cloud: Claims = { 'site.hosting': ['public-cloud'] };
const vsphere: Claims = { 'site.containers': ['own-kubernetes'], 'site.vms': ['vsphere'] };

/** Labels that a provider who runs the control plane puts on its nodes. */
export const nodeLabels: readonly ClusterMark[] = [
  {
    mark: /^eks\.amazonaws\.com\//,
    says: managed,
    source: 'https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html',
  },
  {
    mark: /^cloud\.google\.com\/gke-/,
    says: managed,
    source: 'https://cloud.google.com/kubernetes-engine/docs/concepts/node-pools',
  },
  {
    mark: /^kubernetes\.azure\.com\/(cluster|agentpool|mode)/,
    says: managed,
    source: 'https://learn.microsoft.com/azure/aks/use-labels',
  },
  {
    mark: /^doks\.digitalocean\.com\//,
    says: managed,
    source: 'https://docs.digitalocean.com/products/kubernetes/details/managed/',
  },
];

/** How the identity of a node at its provider begins. */
export const providerIds: readonly ClusterMark[] = [
  {
    mark: /^(aws|gce|azure|digitalocean|linode|hcloud|scaleway|exoscale):/,
    says: cloud,
    source: 'https://kubernetes.io/docs/concepts/architecture/cloud-controller/',
  },
  { mark: /^vsphere:/, says: vsphere, source: 'https://cloud-provider-vsphere.sigs.k8s.io/' },
  {
    mark: /^(k3s|rke2):/,
    says: { 'site.containers': ['own-kubernetes'] },
    source: 'https://docs.k3s.io/cli/server',
  },
];

/** What provides the volumes of a class of storage. */
export const provisioners: readonly ClusterMark[] = [
  {
    mark: /^(ebs|efs)\.csi\.(aws|eks\.amazonaws)\.com$|^kubernetes\.io\/aws-ebs$/,
    says: cloud,
    source: 'https://kubernetes.io/docs/concepts/storage/storage-classes/',
  },
  {
    mark: /^(pd|filestore)\.csi\.storage\.gke\.io$|^kubernetes\.io\/gce-pd$/,
    says: cloud,
    source: 'https://kubernetes.io/docs/concepts/storage/storage-classes/',
  },
  {
    mark: /^(disk|file)\.csi\.azure\.com$|^kubernetes\.io\/azure-(disk|file)$/,
    says: cloud,
    source: 'https://kubernetes.io/docs/concepts/storage/storage-classes/',
  },
  {
    mark: /^csi\.vsphere\.vmware\.com$|^kubernetes\.io\/vsphere-volume$/,
    says: vsphere,
    source: 'https://github.com/kubernetes-sigs/vsphere-csi-driver',
  },
];

/** Annotations by which a workload, its account or its balancer speaks to a cloud. */
export const cloudAnnotations: readonly ClusterMark[] = [
  {
    mark: /^eks\.amazonaws\.com\/role-arn$/,
    says: managed,
    source: 'https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html',
  },
  {
    mark: /^(iam\.gke\.io\/gcp-service-account|cloud\.google\.com\/(neg|backend-config|load-balancer-type))$/,
    says: managed,
    source: 'https://cloud.google.com/kubernetes-engine/docs/concepts/workload-identity',
  },
  {
    mark: /^azure\.workload\.identity\//,
    says: managed,
    source: 'https://azure.github.io/azure-workload-identity/docs/',
  },
  {
    mark: /^service\.beta\.kubernetes\.io\/(aws|azure|do|oci|ovh)-/,
    says: cloud,
    source: 'https://kubernetes.io/docs/reference/labels-annotations-taints/',
  },
];
