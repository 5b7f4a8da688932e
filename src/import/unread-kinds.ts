import type { Artefact } from './artefact.ts';
import type { Recognition } from './importer.ts';
import { spotAt } from './spot.ts';

/** A sort of file that people have, that is known, and that cannot be read. */
interface UnreadKind {
  /** How its files are called, the folder that they lie in before it; that alone is enough. */
  readonly names?: RegExp;
  /** What stands in its files; that alone is enough. */
  readonly text?: RegExp;
  /** The same, where no pattern can tell. */
  readonly told?: (artefact: Artefact) => boolean;
  /** What it is, and which command gives a form that can be read. */
  readonly hint: string;
  readonly holds?: 'nothing' | 'part';
}

const plan = 'terraform show -json PLAN | advise assess -';
const render = 'helm template NAME FOLDER | advise assess -';
const facts = 'facts of one that is set up: advise import --collector sh | ssh HOST sh | advise assess -';
const table = 'list what it makes in a table, to be read with --map, or in a workload file: advise init';

/** Sorts of files that no importer reads; the first that fits counts. */
const unreadKinds: readonly UnreadKind[] = [
  {
    names: /(^|\/)Vagrantfile[^/]*$/,
    text: /^\s*Vagrant\.configure\b/m,
    hint: 'a Vagrantfile, which makes machines to develop on and says nothing of where something belongs; give what runs in them, such as a Compose file',
    holds: 'nothing',
  },
  {
    names: /(^|\/)\.?devcontainer\.json$/,
    hint: 'a development container, a tool of a workstation and nothing to place; give the Compose file or Dockerfile of what is developed in it',
    holds: 'nothing',
  },
  {
    text: /^\uFEFF?(##[^\n]*\n)?#cloud-config\b|^Content-Type: multipart\/mixed[\s\S]*text\/cloud-config/i,
    hint: `user data of cloud-init, which sets a machine up from within; ${facts}`,
    holds: 'nothing',
  },
  {
    names: /\.pp$/,
    hint: 'a manifest of Puppet, which says how hosts are set up; facts of one: facter --json | advise assess -',
    holds: 'nothing',
  },
  {
    names: /(^|\/)((recipes|attributes)\/[\w-]+\.rb|Berksfile|Policyfile\.rb)$/,
    hint: `a part of a cookbook of Chef, which says how hosts are set up; ${facts}`,
    holds: 'nothing',
  },
  {
    names: /\.sls$/,
    hint: `a state or pillar of Salt, which says how hosts are set up; ${facts}`,
    holds: 'nothing',
  },
  {
    text: /^- (?:[\w-]+:.*\n\s+)*hosts:[\s\S]*^\s+(?:pre_tasks|tasks|roles):/m,
    hint: 'a playbook of Ansible, which says how hosts are set up; facts of all: ansible all -m setup --tree facts, then advise assess facts',
    holds: 'nothing',
  },
  {
    names: /\.pkr\.(hcl|json)$/,
    text: /^source\s+"[\w-]+"\s+"[\w-]+"\s*\{[\s\S]*^build\s*\{|^build\s*\{[\s\S]*^source\s+"[\w-]+"\s+"[\w-]+"\s*\{/m,
    told: ({ documents: [document] }) =>
      spotAt(document, 'builders')?.is === 'list' && spotAt(document, 'builders', 0, 'type') !== undefined,
    hint: `a template of Packer, from which images are made; what runs from them is placed: ${plan}`,
    holds: 'nothing',
  },
  {
    names: /(^|\/)terragrunt\.hcl$/,
    hint: 'a configuration of Terragrunt, of which nobody knows what it becomes; print its plan: terragrunt show -json PLAN | advise assess -',
  },
  {
    names: /\.tfvars(\.json)?$/,
    hint: `variables of Terraform, which say nothing without its plan; ${plan}`,
    holds: 'part',
  },
  {
    names: /\.hcl$/,
    hint: 'a file in HCL, of which nobody knows what it becomes; give JSON as its program prints it, as terraform show -json and nomad job run -output do',
  },
  {
    names: /(^|\/)helmfile[\w.-]*\.(ya?ml|gotmpl)$/,
    hint: 'a list of releases for Helmfile; render it: helmfile template | advise assess -',
  },
  {
    told: ({ file, listBeside }) =>
      /(^|\/)values[\w.-]*\.ya?ml$/.test(file) && listBeside('.').includes('Chart.yaml'),
    hint: `settings of a Helm chart; render it: ${render}`,
    holds: 'part',
  },
  {
    text: /^\s*["']?AWSTemplateFormatVersion["']?\s*:/m,
    hint: `a template of CloudFormation, which is not read; ${table}`,
  },
  {
    names: /\.bicep$/,
    text: /"\$schema"\s*:\s*"[^"]*\/deploymentTemplate\.json#?"/,
    hint: `a template of Azure's Resource Manager, which is not read; ${table}`,
  },
  {
    names: /(^|\/)Pulumi(\.[\w-]+)?\.ya?ml$/,
    hint: `a project of Pulumi, which is not read; ${table}`,
  },
  {
    told: ({ documents: [document] }) =>
      spotAt(document, 0, 'HostConfig')?.is === 'map' && spotAt(document, 0, 'Config')?.is === 'map',
    hint: 'what docker inspect prints, which is not read; of Podman: podman kube generate NAME | advise assess -; of Docker, give the Compose file that it was started by',
  },
  {
    text: /^Id=[\s\S]*^FragmentPath=/m,
    hint: 'what systemctl show prints, which is not read; print the units themselves: systemctl cat NAME | advise assess -',
  },
  {
    text: /^(?:\.{1,2}\/)*(?:[\w@.+-]+\/)+[\w@.+-]+\s*$/,
    hint: 'the path of another file, as a link becomes where there are none; give that file',
    holds: 'nothing',
  },
];

/** What a file is that no importer reads, and what would give a form that can be read. */
export function recogniseUnread(artefact: Artefact): Exclude<Recognition, { readonly is: 'yes' }> {
  const { file, text } = artefact;
  const found = unreadKinds.find(
    ({ names, text: marks, told }) =>
      names?.test(file) === true || marks?.test(text) === true || told?.(artefact) === true,
  );
  return found === undefined ? { is: 'no' } : { is: 'but', hint: found.hint, holds: found.holds };
}
