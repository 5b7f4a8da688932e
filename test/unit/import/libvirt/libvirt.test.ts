import { describe, expect, it } from 'vitest';
import { isInputError } from '../../../../src/errors.ts';
import { parseXml } from '../../../../src/import/libvirt/xml-element.ts';
import { readFixture } from '../read-fixture.ts';
import { listSaid, readManifest } from '../read-manifest.ts';

// Domains of libvirt: what a machine has is no need.

async function sayOf(text: string): Promise<Record<string, string>> {
  const [first] = (await readManifest(text, 'shop.xml')).workloads;
  if (first === undefined) throw new Error('no workload');
  return listSaid(first);
}

const domain = (body: string, attributes = "type='kvm'"): string =>
  `<domain ${attributes}><name>shop</name>${body}</domain>`;

it('a domain that runs, each statement at its element', async () => {
  const { workloads, imported } = await readFixture('libvirt/erp.xml');
  expect(workloads[0]?.name).toBe('erp');
  expect(listSaid(workloads[0] ?? { facts: [] })).toEqual({
    'os.family': 'windows',
    'hardware.device': 'usb-or-serial',
    'hardware.memory': '? ..8',
    'life.runs-today': 'vm-or-machine',
    'package.licence': '? dongle',
    'site.hardware-virt': 'yes',
    'site.vms': 'other-hypervisor',
  });
  const places = workloads[0]?.facts.map(({ fact, at }) => [fact, at?.line, at?.column]);
  expect(places).toContainEqual(['os.family', 8, 7]);
  expect(places).toContainEqual(['package.licence', 19, 9]);
  expect(imported.unread.map(({ what }) => what)).toEqual(['description', 'os', 'devices.graphics']);
});

const traps: readonly { trap: string; file: string; says: Readonly<Record<string, string>> }[] = [
  {
    trap: 'nearly every domain has a screen: it is no desktop',
    file: domain("<devices><graphics type='vnc'/><video><model heads='1'/></video><sound/></devices>"),
    says: { 'os.desktop': '', 'hardware.accelerator': '' },
  },
  {
    trap: 'a TPM and a sealed start are no device and no demand',
    file: domain("<os><loader secure='yes'/></os><devices><tpm model='tpm-crb'/></devices>"),
    says: { 'hardware.device': '', 'trust.confidential-memory': '' },
  },
  {
    trap: 'being a machine is no need of a whole system, nor of its release',
    file: domain(
      "<metadata><libosinfo><os id='http://centos.org/centos/6.0'/></libosinfo></metadata>",
      "type='kvm' id='1'",
    ),
    says: { 'os.init': '', 'os.release': '', 'os.family': 'linux', 'package.identity': '' },
  },
  {
    trap: 'a domain that is only defined runs nowhere for certain',
    file: domain(''),
    says: { 'life.runs-today': '? vm-or-machine', 'site.vms': '? other-hypervisor' },
  },
  {
    trap: 'a card by its address could be any',
    file: domain("<devices><hostdev type='pci'/></devices>"),
    says: { 'hardware.device': 'unknown', 'hardware.accelerator': 'unknown' },
  },
  {
    trap: 'an unknown system is none',
    file: domain("<metadata><libosinfo><os id='http://libosinfo.org/unknown'/></libosinfo></metadata>"),
    says: { 'os.family': '' },
  },
  {
    trap: 'a system container is no machine, and no application container',
    file: domain('', "type='lxc' id='2'"),
    says: {
      'life.runs-today': '',
      'os.own-kernel': 'no',
      'os.family': 'linux',
      'site.containers': '? system-containers',
    },
  },
  {
    trap: 'memory is KiB unless it says otherwise, and decimal where it says so',
    file: domain("<memory unit='GB'>2</memory>"),
    says: { 'hardware.memory': '? ..1.86264515' },
  },
  {
    trap: 'all features of the host are a common choice',
    file: domain("<cpu mode='host-passthrough'/>"),
    says: { 'os.runs-vms': '' },
  },
];

describe('traps', () => {
  it.each(traps)('$trap', async ({ file, says }) => {
    const said = await sayOf(file);
    expect(Object.fromEntries(Object.keys(says).map((fact) => [fact, said[fact] ?? '']))).toEqual(says);
  });

  it('several domains one after the other, each with its declaration', async () => {
    const { workloads } = await readManifest(
      `<?xml version="1.0"?>\n${domain('')}\n<?xml version="1.0"?>\n${domain('').replace('shop', 'mail')}`,
      '-',
    );
    expect(workloads.map(({ name }) => name)).toEqual(['shop', 'mail']);
  });
});

it.each([
  { what: 'its file, of one that does not name itself', count: 1, names: ['shop'] },
  { what: 'its file and its line, of several', count: 2, names: ['shop:1', 'shop:2'] },
])('a domain is called after $what', async ({ count, names }) => {
  const nameless = "<domain type='kvm'><name/><devices><tpm/></devices></domain>\n";
  const { workloads } = await readManifest(nameless.repeat(count), 'defined/shop.xml');
  expect(workloads.map(({ name }) => name)).toEqual(names);
});

describe('what cannot be read is refused with a reason', () => {
  it.each([
    {
      what: 'a domain without name and devices',
      text: "<domain type='kvm'><name/></domain>",
      message: /a part of a domain/,
    },
    {
      what: 'part of a domain',
      text: '<cputune><vcpupin/></cputune>',
      message: /outermost element is cputune/,
    },
    { what: 'a template', text: '<domain><name>{{ .Name }}</name></domain>', message: /a template/ },
    { what: 'an appliance', text: '<?xml version="1.0"?><ovf:Envelope/>', message: /OVF/ },
    { what: 'broken XML', text: '<domain><name>shop</domain>', message: /not valid XML/ },
    {
      what: 'an entity of its own, which could multiply',
      text: '<!DOCTYPE domain [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><domain><name>&b;</name></domain>',
      message: /not valid XML/,
    },
    { what: 'a nest', text: `<domain>${'<a>'.repeat(5000)}`, message: /nested too deeply/ },
  ])('$what', async ({ text, message }) => {
    const refused = await readManifest(text, 'shop.xml').catch((error: unknown) => error);
    expect(isInputError(refused) ? refused.problems[0]?.message : refused).toMatch(message);
  });
});

it('elements stand where their first bracket does', () => {
  const text = "<a>\r\n  <b x='1'\r\n     y='2'>one</b><b/>\r\n</a>";
  const [root] = parseXml(text, 'a.xml');
  expect(root?.children.map(({ name, spot }) => [name, spot.text, spot.at.line, spot.at.column])).toEqual([
    ['b', 'one', 2, 3],
    ['b', '', 3, 19],
  ]);
});
