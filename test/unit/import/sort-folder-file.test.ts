import { describe, expect, it } from 'vitest';
import { readFolderFile } from '../../../src/import/sort-folder-file.ts';
import { createMemoryWorld } from '../../fuzz/memory-world.ts';

// What a file of a folder is, by its name and by how it begins.

function sort(path: string, text: string, beside: Readonly<Record<string, string>> = {}, mapped = false) {
  return readFolderFile(createMemoryWorld({ [path]: text, ...beside }).world.io, path, mapped);
}

const compose = 'services:\n  web: { image: town/shop }\n';

describe('a file that cannot be parsed', () => {
  // Only of one that is called so somebody is told what is wrong.
  it.each(
    `a.yaml a.yml a.json a.jsonl a.ndjson a.csv a.tsv a.xls a.xlsx a.zip a.xml a.service a.container a.pod a.kube a.timer a.socket
     a.facts a.tf a.tofu a.tfvars a.hcl a.nomad a.pp a.sls a.bicep a.dockerfile a.containerfile A.YAML Dockerfile Dockerfile.web
     Containerfile sub/Dockerfile Vagrantfile Berksfile Kustomization user-data sub/user-data`
      .split(/\s+/)
      .map((path) => ({ path })),
  )('called $path is read', async ({ path }) => {
    const broken = createMemoryWorld({ [path]: '' }).world.io;
    const io = { ...broken, readBytes: () => new Uint8Array([0x1f, 0x8b, 0, 0]) };
    expect(await readFolderFile(io, path, false)).toEqual({ is: 'workload' });
  });

  it.each(
    `a.txt a.md a.yaml.md a.yamlx a.services ayaml myDockerfile user-data.txt myuser-data Vagrantfile.md a.tfx a.xyml Berksfilex a.docker
     Dockerfile.md Kustomization.d`
      .split(/\s+/)
      .map((path) => ({ path })),
  )('called $path is not', async ({ path }) => {
    const broken = createMemoryWorld({ [path]: '' }).world.io;
    const io = { ...broken, readBytes: () => new Uint8Array([0x1f, 0x8b, 0, 0]) };
    expect(await readFolderFile(io, path, false)).toEqual({ is: 'other' });
  });
});

describe('a file that is called otherwise', () => {
  it.each([
    { begins: 'JSON', text: '{ "kind": "Pod", "apiVersion": "v1", "spec": {} }', is: 'workload' },
    { begins: 'a list', text: ' [{ "kind": "Pod", "apiVersion": "v1", "spec": {} }]', is: 'other' },
    { begins: 'a domain', text: '\uFEFF<domain><name>a</name></domain>', is: 'workload' },
    { begins: 'XML', text: '<?xml version="1.0"?><domain><name>a</name></domain>', is: 'workload' },
    { begins: 'a note', text: '<!-- a --><domain><name>a</name></domain>', is: 'workload' },
    { begins: 'another element', text: '<x:domain><name>a</name></x:domain>', is: 'other' },
    { begins: 'a collector', text: 'advise-collect 1\nname\ta\nsystem\tLinux\n', is: 'workload' },
    { begins: 'a Dockerfile', text: '  FROM town/shop\n', is: 'addition' },
    { begins: 'arguments', text: '# a\nARG A=b\nFROM town/shop\n', is: 'addition' },
    { begins: 'a service', text: '# a\n[Service]\nExecStart=/opt/x\n', is: 'workload' },
    { begins: 'a container', text: '[Container]\nImage=a/b\n', is: 'workload' },
    { begins: 'a root', text: 'arch: a\nrootfs: x\n', is: 'workload' },
    { begins: 'a system', text: 'ostype: l26\nscsi0: x\n', is: 'workload' },
    { begins: 'a controller', text: 'scsihw: x\nscsi0: x\n', is: 'workload' },
    { begins: 'an object', text: 'apiVersion: v1\nkind: Pod\nspec: {}\n', is: 'workload' },
    { begins: 'services', text: compose, is: 'workload' },
    { begins: 'profiles', text: 'profiles: []\ntype: container\nconfig: {}\ndevices: {}\n', is: 'workload' },
    { begins: 'none of them: an object', text: ' apiVersion: v1\n kind: Pod\n spec: {}\n', is: 'other' },
    { begins: 'none of them: an instance', text: 'type: container\nprofile: a\nconfig: {}\n', is: 'other' },
    { begins: 'a table', text: 'VM,Powerstate,OS\na,on,x\n', is: 'other' },
    { begins: 'a configuration of Terraform', text: 'resource "aws_instance" "a" {\n}\n', is: 'other' },
  ])('and begins like $begins is $is', async ({ text, is }) => {
    expect((await sort('some.conf', text)).is).toBe(is);
  });

  it('and holds more than text is none', async () => {
    expect(await sort('some.conf', `${compose}\0`)).toEqual({ is: 'other' });
  });

  it('and is prose is none', async () => {
    expect(await sort('some.md', compose)).toEqual({ is: 'other' });
  });
});

describe('a table', () => {
  it.each([
    ['name,os.family', 'workload'],
    ['Name,likely:os.family', 'workload'],
    ['NAME,OS.FAMILY', 'workload'],
    ['names,os.family', 'other'],
    ['my name,os.family', 'other'],
    ['name,family', 'other'],
    ['name,os.family2', 'other'],
    ['name,2.os.family', 'other'],
    ['name,unlikely:os.family', 'other'],
  ])('headed %s is %s', async (headings, is) => {
    expect((await sort('a.csv', `${headings}\na,linux\n`)).is).toBe(is);
  });

  it('of any headings counts where somebody says what they mean', async () => {
    expect((await sort('a.csv', 'a,b\n1,2\n', {}, true)).is).toBe('workload');
    expect((await sort('a.csv', 'a,b\n1,2\n')).is).toBe('other');
    expect((await sort('a.yaml', 'a: b\n', {}, true)).is).toBe('other');
  });
});

describe('a Compose file', () => {
  const override = { 'p/compose.override.yaml': compose };
  it.each([
    { path: 'p/compose.yaml', beside: override, is: 'workload' },
    { path: 'p/compose.override.yaml', beside: { 'p/compose.yml': compose }, is: 'part' },
    { path: 'p/docker-compose.override.yml', beside: { 'p/docker-compose.yaml': compose }, is: 'part' },
    { path: 'p/compose.override.yaml', beside: {}, is: 'workload' },
    { path: 'p/compose.prod.yaml', beside: { 'p/compose.yaml': compose }, is: 'other' },
    { path: 'p/docker-compose.prod.yaml', beside: { 'p/docker-compose.yml': compose }, is: 'other' },
    { path: 'p/compose.prod.yaml', beside: {}, is: 'workload' },
    { path: 'p/mycompose.yaml', beside: { 'p/compose.yaml': compose }, is: 'workload' },
    { path: 'p/composer.yaml', beside: { 'p/compose.yaml': compose }, is: 'workload' },
    { path: 'p/compose.overrides.yaml', beside: { 'p/compose.yaml': compose }, is: 'other' },
    { path: 'p/compose.yml', beside: { 'p/compose.yaml': compose }, is: 'other' },
  ])('called $path beside $beside is $is', async ({ path, beside, is }) => {
    expect((await sort(path, compose, beside)).is).toBe(is);
  });

  it('of a project that has another one says which', async () => {
    const sorted = await sort('p/compose.prod.yaml', compose, { 'p/compose.yaml': compose });
    expect(sorted).toEqual({
      is: 'other',
      because: 'another Compose file of the project of compose.yaml; name it to have it read',
    });
  });
});

describe('what belongs to others, or only looks like something', () => {
  const unit = '[Service]\nUser=a\n';
  it.each([
    { path: 's/a.service.d/x.conf', text: unit, is: 'part' },
    { path: 's/a.service.d/deep/x.conf', text: unit, is: 'workload' },
    { path: 's/d/x.conf', text: unit, is: 'workload' },
    { path: 's/a.timer', text: '[Timer]\nOnCalendar=daily\n', is: 'part' },
    { path: 'a.tf', text: 'x', is: 'hint' },
    { path: 'a.xml', text: '<html/>', is: 'other' },
    { path: 'a.txt', text: 'resource "aws_instance" "a" {\n}\n', is: 'other' },
    { path: 'a.yaml', text: 'a: b\n', is: 'other' },
  ])('$path is $is', async ({ path, text, is }) => {
    expect((await sort(path, text)).is).toBe(is);
  });
});
