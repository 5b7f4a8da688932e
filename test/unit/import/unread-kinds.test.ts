import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isInputError } from '../../../src/errors.ts';
import { recogniseForeign } from '../../../src/import/read-foreign.ts';
import { createMemoryWorld } from '../../fuzz/memory-world.ts';

// What people have that no importer reads is told by name or by what it holds, with what would give a readable form.

interface Known {
  readonly file: string;
  readonly text: string;
  readonly says: RegExp;
  /** Whether nothing is wrong with it, and it only places nothing. */
  readonly empty: boolean;
  readonly beside?: Readonly<Record<string, string>>;
}

const known: readonly Known[] = [
  { file: 'dev/Vagrantfile', text: '# empty\n', says: /a Vagrantfile/, empty: true },
  { file: 'box.rb', text: 'Vagrant.configure("2") do |c|\nend\n', says: /a Vagrantfile/, empty: true },
  {
    file: '.devcontainer/devcontainer.json',
    text: '{ // of mine\n"image": "node", }',
    says: /development container/,
    empty: true,
  },
  {
    file: 'user-data',
    text: '#cloud-config\npackages: [nginx]\n',
    says: /cloud-init.*--collector sh/,
    empty: true,
  },
  {
    file: 'mime.txt',
    text: 'Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/cloud-config\n',
    says: /cloud-init/,
    empty: true,
  },
  { file: 'site.pp', text: 'node default { include apache }\n', says: /Puppet.*facter --json/, empty: true },
  {
    file: 'cookbooks/web/recipes/default.rb',
    text: "package 'nginx'\n",
    says: /Chef.*--collector sh/,
    empty: true,
  },
  { file: 'web.sls', text: 'nginx:\n  pkg.installed: []\n', says: /Salt.*--collector sh/, empty: true },
  {
    file: 'site.yml',
    text: '- name: web\n  hosts: all\n  become: true\n  roles: [nginx]\n',
    says: /playbook.*ansible all -m setup --tree/,
    empty: true,
  },
  { file: 'image.pkr.hcl', text: '# empty\n', says: /Packer.*terraform show -json/, empty: true },
  {
    file: 'image.hcl',
    text: 'source "qemu" "base" {\n}\nbuild {\n}\n',
    says: /Packer/,
    empty: true,
  },
  { file: 'image.json', text: '{"builders":[{"type":"qemu"}]}', says: /Packer/, empty: true },
  { file: 'terragrunt.hcl', text: 'include {}\n', says: /terragrunt show -json/, empty: false },
  { file: 'prod.tfvars', text: 'size = 3\n', says: /variables of Terraform/, empty: true },
  { file: 'some.hcl', text: 'a { }\n', says: /HCL/, empty: false },
  { file: 'main.tf', text: '# empty\n', says: /terraform show -json/, empty: false },
  { file: 'helmfile.yaml', text: 'releases: []\n', says: /helmfile template/, empty: false },
  {
    file: 'chart/values.yaml',
    text: 'replicas: 2\n',
    says: /helm template/,
    empty: true,
    beside: { 'chart/Chart.yaml': 'name: shop\n' },
  },
  { file: 'Chart.yaml', text: 'name: shop\nversion: 1.0.0\n', says: /helm template/, empty: false },
  { file: 'kustomization.yaml', text: 'resources: [a.yaml]\n', says: /kustomize build/, empty: false },
  {
    file: 'stack.yaml',
    text: "AWSTemplateFormatVersion: '2010-09-09'\nResources: {}\n",
    says: /CloudFormation.*--map/,
    empty: false,
  },
  { file: 'main.bicep', text: 'param x string\n', says: /Resource Manager/, empty: false },
  { file: 'Pulumi.yaml', text: 'name: shop\nruntime: nodejs\n', says: /Pulumi/, empty: false },
  {
    file: 'inspect.json',
    text: '[{"Config":{"Image":"a"},"HostConfig":{}}]',
    says: /podman kube generate/,
    empty: false,
  },
  {
    file: 'unit.txt',
    text: 'Type=simple\nId=web.service\nFragmentPath=/etc/systemd/system/web.service\n',
    says: /systemctl cat/,
    empty: false,
  },
  { file: 'web.timer', text: '[Timer]\nOnCalendar=daily\n', says: /give the .service/, empty: true },
  { file: 'podman.socket', text: '../system/podman.socket', says: /the path of another file/, empty: true },
  {
    file: 'RVTools_tabvTools.csv',
    text: 'VM,Tools\nerp,ok\n',
    says: /RVTools that lists no machines/,
    empty: true,
  },
  { file: 'pom.xml', text: '<project/>', says: /of XML only domains/, empty: true },
];

async function refuse({ file, text, beside = {} }: Pick<Known, 'file' | 'text' | 'beside'>) {
  const { world } = createMemoryWorld({ [file]: text, ...beside });
  const refused: unknown = await recogniseForeign(world.io, file, new TextEncoder().encode(text)).catch(
    (error: unknown) => error,
  );
  return isInputError(refused) ? refused : undefined;
}

describe('what is known and not read', () => {
  it.each(known)('$file: $says', async (given) => {
    const refused = await refuse(given);
    expect(refused?.problems.map(({ message }) => message).join()).toMatch(given.says);
    expect(refused?.placesNothing).toBe(given.empty);
  });

  it.each([
    { file: 'chart/values.yaml', text: 'replicas: 2\n', why: 'settings of no chart' },
    { file: 'notes.txt', text: 'web: see hosts: and roles:\n', why: 'words of a playbook in prose' },
    { file: 'builders.json', text: '{"builders":[]}', why: 'a list that is called so' },
    { file: 'notes.txt', text: 'and/or\nnot: a path\n', why: 'a path among other words' },
  ])('$file is nothing that is known: $why', async (given) => {
    expect(await refuse(given)).toBeUndefined();
  });
});

describe('what is told by its first bytes', () => {
  it('a packed chart, which is compressed', async () => {
    const { world } = createMemoryWorld({});
    const bytes = new Uint8Array([0x1f, 0x8b, 8, 0]);
    await expect(recogniseForeign(world.io, 'shop.tgz', bytes)).rejects.toThrow(/helm template NAME FILE/);
  });

  it('a plan of Terraform, which is an archive', async () => {
    const { world } = createMemoryWorld({});
    const bytes = zipSync({ tfplan: strToU8('x'), tfstate: strToU8('{}') });
    await expect(recogniseForeign(world.io, 'plan.out', bytes)).rejects.toThrow(/terraform show -json PLAN/);
  });
});
