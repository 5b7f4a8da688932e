import { describe, expect, it } from 'vitest';
import { collectorScript } from '../../../../src/import/host/collector-script.ts';
import { windowsCollectorScript } from '../../../../src/import/host/windows-collector.ts';
import { readForeign } from '../../../../src/import/read-foreign.ts';
import { createTestWorld } from '../../../support/create-test-world.ts';
import { loadRules } from '../../../support/load-rules.ts';

const { io } = createTestWorld({ folder: '.' }).world;
const { rulebook } = loadRules();

/** What is said of a host, suggestions with a question mark, and what it is called. */
async function readHost(text: string) {
  const read = await readForeign(io, 'host.json', new TextEncoder().encode(text), rulebook);
  const [workload] = read?.workloads ?? [];
  const facts = (workload?.facts ?? []).map(
    ({ fact, values, origin, at }) =>
      `${fact} ${JSON.stringify(values?.[0])}${origin === 'suggested' ? '?' : ''} at ${at?.line}:${at?.column}`,
  );
  return { name: workload?.name, facts, identity: read?.imported.workloads[0]?.identity };
}

describe('facts of a host', () => {
  it('of Ansible, below a key of their own or without it', async () => {
    const facts =
      '"ansible_fqdn":"erp.example","ansible_system":"Linux","ansible_memtotal_mb":2048,"ansible_virtualization_type":"VMware"';
    const said = [
      'os.family "linux"',
      'hardware.memory {"at-most":2}?',
      'life.runs-today "vm-or-machine"',
      'site.vms "vsphere"?',
    ];
    for (const text of [`{${facts}}`, `{"ansible_facts":{${facts}},"changed":false}`]) {
      const read = await readHost(text);
      expect(read.name).toBe('erp.example');
      expect(read.facts.map((each) => each.replace(/ at .*/, ''))).toEqual(said);
    }
  });

  it('of Ansible about Windows: its kernel says Win32NT, its distribution a build', async () => {
    const { facts } = await readHost(
      '{"ansible_hostname":"dc","ansible_system":"Win32NT","ansible_os_family":"Windows","ansible_distribution":"Microsoft Windows NT 10.0.17763.0"}',
    );
    expect(facts).toContain('os.family "windows" at 1:73');
  });

  it('of Facter, with what the host is known by elsewhere', async () => {
    const { name, facts, identity } = await readHost(`{
  "kernel": "Linux", "kernelrelease": "6.1.0-rt7-amd64", "virtual": "lxc", "facterversion": "4.10",
  "networking": { "hostname": "erp", "ip": "10.0.0.7" },
  "memory": { "system": { "total_bytes": 1073741824 } },
  "dmi": { "product": { "uuid": "2B0CCDEE-BB23-444B-AC50-31BAC6DE27DF" } }
}`);
    expect({ name, identity }).toEqual({
      name: 'erp',
      identity: { uuid: '2B0CCDEE-BB23-444B-AC50-31BAC6DE27DF', address: '10.0.0.7' },
    });
    expect(facts).toEqual([
      'os.family "linux" at 2:13',
      'os.realtime "yes"? at 2:39',
      'hardware.memory {"at-most":1}? at 4:42',
      'life.runs-today "container" at 2:69',
    ]);
  });

  it('of the collector', async () => {
    const { name, facts } = await readHost(
      'advise-collect 1\nname\terp\nsystem\tLinux\nmemory-kib\t1048576\nnoise\n',
    );
    expect(name).toBe('erp');
    expect(facts).toEqual([
      'os.family "linux" at 3:8',
      'hardware.memory {"at-most":1}? at 4:12',
      'life.runs-today "vm-or-machine" at 3:8',
    ]);
  });

  it.each([
    [
      'Ansible',
      '{"ansible_hostname":"old","ansible_system":"Linux","ansible_distribution":"CentOS","ansible_distribution_version":"7.9"}',
    ],
    [
      'Ansible about Windows, whose distribution is a build',
      '{"ansible_hostname":"old","ansible_os_family":"Windows","ansible_distribution":"Microsoft Windows NT 6.1.7601.0","ansible_os_name":"Microsoft Windows Server 2008 R2 Standard"}',
    ],
    [
      'Facter',
      '{"kernelrelease":"3.10","facterversion":"4","networking":{"hostname":"old"},"os":{"name":"CentOS","release":{"full":"7.9.2009","major":"7"}}}',
    ],
    ['the collector', 'advise-collect 1\nname\told\nrelease\tCentOS Linux 7 (Core)\n'],
  ])('of %s: a release out of support is a question, and no need', async (_, text) => {
    const read = await readForeign(io, 'host.json', new TextEncoder().encode(text), rulebook);
    const [workload] = read?.workloads ?? [];
    const release = workload?.facts.find(({ fact }) => fact === 'os.release');
    expect(release).toMatchObject({ values: ['current', 'end-of-life'], origin: 'suggested' });
    expect(workload?.unclear?.map(({ clarification }) => clarification)).toEqual(['newer-release']);
  });

  it('of osquery, as a map of tables or as the row of one query', async () => {
    const system =
      '"hostname":"dc1.example","uuid":"4C4C4544","physical_memory":"4294967296","hardware_vendor":"VMware, Inc."';
    const version = '"name":"Microsoft Windows Server 2019 Standard","version":"10.0.17763"';
    const tables = await readHost(
      `{"system_info":[{${system}}],"os_version":[{${version}}],
"services":[{"name":"NTDS","status":"RUNNING"},{"name":"MSSQLSERVER","status":"STOPPED"}],
"windows_optional_features":[{"name":"DNS-Server-Full-Role","state":"1"},{"name":"FaxServiceRole","state":"2"}]}`,
    );
    const said = [
      'os.family "windows" at 1:160',
      'os.release "current"? at 1:160',
      'hardware.memory {"at-most":4}? at 1:81',
      'life.runs-today "vm-or-machine" at 1:29',
      'site.vms "vsphere"? at 1:112',
    ];
    expect(tables.name).toBe('dc1.example');
    expect(tables.facts.map((each) => each.replace(/ at .*/, ''))).toEqual([
      'os.family "windows"',
      'os.release "current"?',
      'hardware.memory {"at-most":4}?',
      'package.form "os-role"?',
      'life.runs-today "vm-or-machine"',
      'site.vms "vsphere"?',
    ]);
    const row = await readHost(`[{${system},${version}}]`);
    expect(row.facts.map((each) => each.replace(/ at .*/, ''))).toEqual(
      said.map((each) => each.replace(/ at .*/, '')),
    );
  });

  it.each([
    ['a role', 'role\tAD-Domain-Services', ['package.form "os-role"?']],
    ['a desktop for many', 'role\tRDS-RD-Server', ['os.desktop "yes"?']],
    ['a web server, which says nothing', 'role\tWeb-Server', []],
    [
      'a store that is paid for',
      'service\tMSSQLSERVER',
      ['package.licence "per-host-core"?', 'state.kind "one-writer"?'],
    ],
    ['the store that is not', 'service\tMSSQL$SQLEXPRESS', ['state.kind "one-writer"?']],
    ['the driver of a key', 'service\thasplms', ['package.licence "dongle"?']],
    ['what every server runs', 'service\tSpooler', []],
  ])('of Windows: %s', async (_, line, said) => {
    const { facts } = await readHost(`advise-collect 1\nname\tdc\nsystem\tWindows\n${line}\n`);
    const others = facts.map((each) => each.replace(/ at .*/, ''));
    expect(others.filter((each) => !/^(os.family|life.runs-today)/.test(each))).toEqual(said);
  });

  it('of the collector may be UTF-16, as Windows PowerShell writes files', async () => {
    const text = '\ufeffadvise-collect 1\r\nname\tdc\r\nsystem\tWindows\r\nrole\tDHCP\r\n';
    const bytes = Buffer.from(text, 'utf16le');
    const read = await readForeign(io, 'dc.txt', bytes, rulebook);
    expect(read?.workloads.map(({ name }) => name)).toEqual(['dc']);
    expect(read?.workloads[0]?.facts.map(({ fact }) => fact)).toContain('package.form');
  });

  it('say nothing of a release without the name of its system', async () => {
    const { facts } = await readHost(
      '{"ansible_hostname":"old","ansible_system":"Linux","ansible_distribution_version":"6.10"}',
    );
    expect(facts.map((each) => each.split(' ')[0])).toEqual(['os.family', 'life.runs-today']);
  });

  it('that could not be had are told', async () => {
    await expect(readHost('{"unreachable":true,"changed":false,"msg":"Failed to connect"}')).rejects.toThrow(
      'Ansible could not ask this host',
    );
  });

  it('without a name are called after their file, and refused where nothing else is in them either', async () => {
    const { name, facts } = await readHost('{"ansible_system":"Linux"}');
    expect(name).toBe('host');
    expect(facts).toEqual(['os.family "linux" at 1:19', 'life.runs-today "vm-or-machine" at 1:19']);
    await expect(readHost('{"ansible_facts":{}}')).rejects.toThrow('without its name and its system');
  });
});

describe('the collector for Windows', () => {
  it('fits on a page, is plain ASCII, and only reads', () => {
    expect(windowsCollectorScript.split('\n').length).toBeLessThan(40);
    expect(windowsCollectorScript).toMatch(/^[\t\n\x20-\x7e]+$/);
    const code = windowsCollectorScript.replace(/^#.*$/gm, '');
    const verbs = [...code.matchAll(/\b([A-Z][a-z]+)-[A-Z]\w+/g)].map(([, verb]) => verb);
    expect([...new Set(verbs)].sort()).toEqual(['Get', 'Import', 'Select', 'Where']);
    expect(code).not.toMatch(
      />|\b(iex|irm|iwr|curl|wget|net (?=\w)|reg|sc)\b|\$env:|UserName|CommandLine|PathName/i,
    );
  });
});

describe('the collector', () => {
  it('fits on a page and writes, sends and asks for nothing', () => {
    expect(collectorScript.split('\n').length).toBeLessThan(40);
    expect(collectorScript.replace(/^#.*$/gm, '')).not.toMatch(
      /\b(curl|wget|nc|ssh|sudo|rm|mv|cp|tee|touch|mkdir|env|ps|who|last|passwd|environ|cmdline)\b|>(?!\/dev\/null|&1)/,
    );
  });
});
