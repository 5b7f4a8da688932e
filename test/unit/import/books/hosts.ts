import { type Book, nameAll } from './book.ts';

const collected = (...lines: readonly string[]): { readonly 'host.txt': string } => ({
  'host.txt': `advise-collect 1\nname\terp\n${lines.map((line) => line.replace('=', '\t')).join('\n')}\n`,
});
const json = (value: unknown): { readonly 'host.json': string } => ({ 'host.json': JSON.stringify(value) });
/** A book of files that differ in one word. */
const every = (of: string, words: string, make: (word: string) => Book[string]): Book =>
  Object.fromEntries(
    Object.values(nameAll(words)).map((word) => [`${of} ${word}`, make(word.replaceAll('_', ' '))]),
  );
const ansible = (facts: object): Book[string] => json({ ansible_system: 'Linux', ...facts });
const osquery = (tables: object): Book[string] =>
  json({
    system_info: [{ hostname: 'erp', physical_memory: '8589934592', hardware_vendor: 'QEMU', uuid: 'u' }],
    ...tables,
  });
const facter = (facts: object): Book[string] =>
  json({ kernel: 'Linux', kernelrelease: '6.1', facterversion: '4', ...facts });

/** Facts of hosts, each nearly another one. */
export const hosts: Book = {
  ...every(
    'what it runs on:',
    'docker lxc lxc-libvirt podman containerd openvz systemd-nspawn container-other wsl DOCKER kvm vmware VMware,_Inc. none xdocker dockers wsl2 myvmware containe',
    (virtual) => collected('system=Linux', `virtual=${virtual}`),
  ),
  ...every(
    'its kernel:',
    '6.1.0-rt7-amd64 6.1-preempt-rt 6.1-realtime 6.1.0-7-amd64 6.1-rtx 6.1-rt rt7 6.1rt7',
    (kernel) => collected(`kernel=${kernel}`),
  ),
  ...every('its system:', 'Linux Darwin windows FreeBSD SunOS AIX Plan9', (name) =>
    collected(`system=${name}`),
  ),
  ...every('its memory:', '4194304 4194305 0 much', (size) => collected(`memory-kib=${size}`)),
  'that it runs machines': collected('runs-machines=yes', 'virtual=kvm'),
  'that it may run machines': collected('runs-machines=no'),
  'its identity': collected('uuid=u', 'address=10.0.0.1'),
  'lines that say nothing': collected('Memory=1', 'memory-kib', 'memory kib=2', '=x', 'memory-kib=  '),
  'only a name': collected(),
  'another beginning': { 'host.txt': 'advise-collect 2\nname\terp\n' },
  'ends of lines of Windows': { 'host.txt': 'advise-collect 1\r\nname\terp\r\nsystem\twindows\r\n' },
  'no name and no system': { 'host.txt': 'advise-collect 1\nmemory-kib\t1\n' },
  'only a kernel': { 'host.txt': 'advise-collect 1\nkernel\t6.1\n' },
  ...every(
    'a role of Windows:',
    `AD-Domain-Services DirectoryServices-DomainController ADLDS AD-Certificate CertificateServices ADFS-Federation ADRMS-Server DHCP DNS FS-DFS-Namespace
     FS-Data-Deduplication Print-Server UpdateServices WDS NPAS RemoteAccess Failover-Clustering Fax RDS-RD-Server Hyper-V Microsoft-Hyper-V Web-Server dns XDNS DNSX`,
    (role) => collected(`role=${role}`),
  ),
  ...every(
    'a service of Windows:',
    `NTDS ADAM_x CertSvc adfssrv DHCPServer DNS DFSR WsusService WDSServer IAS ClusSvc vmms MSSQL$SQLEXPRESS MSSQL$MICROSOFT##WID MSSQLSERVER MSSQL$PAID
     OracleServiceORCL MySQL80 MySQL postgresql-x64-16 hasplms SentinelProtectionServer SentinelKeysServer CodeMeter.exe Spooler XNTDS NTDSX xvmms vmmsx
     XMSSQLSERVER MSSQLSERVERX MSSQL$ XMSSQL$SQLEXPRESS MSSQL$SQLEXPRESSX OracleService XOracleServiceORCL MySQLx xMySQL postgresql- xpostgresql-x hasplmsx
     xhasplms SentinelXServer xSentinelKeysServer CodeMeterXexe xCodeMeter.exe CodeMeter.exex ADAM_ SentinelKeysServerX`,
    (service) => collected(`service=${service}`),
  ),
  ...every(
    'its release:',
    `Microsoft_Windows_Server_2019_Standard Microsoft_Windows_Server_2008_R2 Windows_10_Pro Ubuntu_22.04.4_LTS Debian_GNU/Linux_12_(bookworm) Red_Hat_Enterprise_Linux_9.4
     CentOS_Linux_7_(Core) SUSE_Linux_Enterprise_Server_15_SP5 Rocky_Linux_9.3 AlmaLinux_8.9 Amazon_Linux_2 Oracle_Linux_Server_8.9 Fedora_Linux_41 Alpine_Linux_v3.19 FreeBSD_14 Arch_Linux`,
    (release) => collected(`release=${release}`),
  ),
  'Ansible below its key': json({
    ansible_facts: {
      system: 'Linux',
      hostname: 'erp',
      memtotal_mb: 2048,
      virtualization_type: 'kvm',
      virtualization_role: 'guest',
      kernel: '6.1',
      product_uuid: 'u',
      default_ipv4: { address: '10.0.0.1' },
      distribution: 'Debian',
      distribution_version: '12',
    },
  }),
  'Ansible with prefixes': ansible({
    ansible_fqdn: 'erp.example',
    ansible_hostname: 'erp',
    ansible_memtotal_mb: 2049,
    ansible_virtualization_role: 'host',
    ansible_virtualization_type: 'kvm',
    ansible_product_uuid: 'u',
    ansible_default_ipv4: { address: '10.0.0.1' },
    ansible_distribution: 'CentOS',
    ansible_distribution_version: '7.9',
  }),
  'Ansible by the name of a node': ansible({ ansible_nodename: 'erp' }),
  'Ansible of Windows': json({
    ansible_os_family: 'Windows',
    ansible_hostname: 'pc',
    ansible_os_name: 'Microsoft Windows Server 2012 R2',
    ansible_distribution: '6.3',
    ansible_system: 'Win32NT',
  }),
  'Ansible of nearly Windows': json({
    ansible_os_family: 'WindowsX',
    ansible_hostname: 'pc',
    ansible_system: 'Linux',
  }),
  'Ansible of one that is not reached': json({ unreachable: true, msg: 'x' }),
  'Ansible of one that failed': json({ failed: 'yes', msg: 'x' }),
  'Ansible of one that did not fail': json({ failed: false, msg: 'x' }),
  'Ansible without a message': json({ failed: true }),
  'Ansible with facts in a list': json({ ansible_facts: [] }),
  ...every(
    'SELinux is',
    'enforcing Enforcing permissive disabled xenforcing enforcingx permissived',
    (mode) => ansible({ ansible_selinux: { status: 'enabled', mode } }),
  ),
  ...every('AppArmor is', 'enabled disabled xenabled enabledx', (status) =>
    ansible({ ansible_apparmor: { status } }),
  ),
  'SELinux is off and AppArmor on': ansible({
    ansible_selinux: { status: 'disabled' },
    ansible_apparmor: { status: 'enabled' },
  }),
  Facter: facter({
    networking: { fqdn: 'erp.example', hostname: 'erp', ip: '10.0.0.1' },
    memory: { system: { total_bytes: 2147483648 } },
    virtual: 'vmware',
    dmi: { product: { uuid: 'u' } },
    os: { name: 'Debian', release: { full: '12.5' }, selinux: { enabled: false } },
  }),
  'Facter with its short name': facter({
    networking: { hostname: 'erp' },
    os: { selinux: { current_mode: 'enforcing', enabled: true } },
  }),
  'Facter that does not tell its version': json({ kernelrelease: '6.1', os: { name: 'Debian' } }),
  'Facter without a system': json({ kernelrelease: '6.1', os: 'Debian' }),
  'Facter without a kernel': json({ facterversion: '4', os: { name: 'Debian' } }),
  osquery: osquery({
    os_version: [{ name: 'Ubuntu', version: '22.04.4 LTS' }],
    kernel_info: [{ version: '6.1' }],
    windows_optional_features: [
      { name: 'DNS-Server-Full-Role', state: '1' },
      { name: 'Microsoft-Hyper-V', state: '2' },
    ],
    services: [
      { name: 'MSSQLSERVER', status: 'RUNNING' },
      { name: 'hasplms', status: 'STOPPED' },
      { status: 'RUNNING' },
    ],
  }),
  'osquery in one row': json([
    { hostname: 'erp', physical_memory: '1', name: 'Ubuntu', version: '20.04', hardware_vendor: 'VMware' },
  ]),
  'osquery in two rows': json([
    { hostname: 'erp', physical_memory: '1' },
    { hostname: 'db', physical_memory: '1' },
  ]),
  'osquery without memory': json([{ hostname: 'erp' }]),
  'osquery without a host': json({ system_info: [{ physical_memory: '1' }] }),
};

const build = (...lines: readonly string[]): string => `FROM town/base:1\n${lines.join('\n')}\n`;
const from = (name: string): string => `FROM ${name}\n`;
const file = (text: string, path = 'shop/Dockerfile'): Book[string] => ({ [path]: text });
const builds = (rows: Readonly<Record<string, string>>): Book =>
  Object.fromEntries(Object.entries(rows).map(([title, text]) => [title, file(text)]));

/** Dockerfiles, each nearly another one. */
export const dockerfiles: Book = {
  ...builds({
    'a user': build('USER shop'),
    root: build('USER root'),
    'root by number': build('USER 0:0'),
    rooted: build('USER rooted'),
    'a user that is filled in': build('ARG U', 'USER $U'),
    'the last user': build('USER root', 'USER shop'),
    'a check': build('HEALTHCHECK --interval=5s CMD ask'),
    'no check': build('HEALTHCHECK NONE'),
    'a check called none such': build('HEALTHCHECK nonesuch'),
    'a shell': build('CMD serve'),
    'no shell': build('CMD ["serve"]'),
    'a shell that leaves': build('CMD exec serve'),
    'a shell in brackets': build('ENTRYPOINT ["sh", "-c"]', 'CMD ["serve"]'),
    'an entry point with a plain command': build('ENTRYPOINT ["sh"]', 'CMD -c serve'),
    'an entry point without brackets': build('ENTRYPOINT serve', 'CMD ["x"]'),
    'brackets that are none': build('CMD [serve'),
    'brackets that are no list of words': build('CMD ["a", 1]'),
    'an init system': build('CMD ["/sbin/init"]'),
    'the signal of an init system': build('STOPSIGNAL SIGRTMIN+3'),
    'another signal': build('STOPSIGNAL SIGTERM'),
    'a volume': build('VOLUME /data'),
    'volumes in brackets': build('VOLUME ["/a", "/b"]'),
    'no volume': build('VOLUME []'),
    supervisord: build('CMD ["/usr/bin/supervisord", "-n"]'),
    'tini before s6': build('ENTRYPOINT ["tini", "s6-svscan", "x"]'),
    runsvdir: build('CMD runsvdir x'),
    my_init: build('CMD ["/sbin/my_init"]'),
    monit: build('CMD ["monit"]'),
    circusd: build('CMD ["circusd"]'),
    pm2: build('CMD ["pm2-runtime", "x"]'),
    init: build('CMD ["/init"]'),
    inits: build('CMD ["/inits"]'),
    'not init': build('CMD ["/x/init"]'),
    supervisords: build('CMD ["supervisords"]'),
    'a supervisor as third word': build('CMD ["a", "b", "supervisord"]'),
    'a desktop': build('EXPOSE 3389'),
    'a desktop over TCP': build('EXPOSE 80 5901/tcp'),
    'a desktop over UDP': build('EXPOSE 3389/udp'),
    'a web desktop': build('EXPOSE 6080'),
    'another web desktop': build('EXPOSE 6901'),
    'ports that begin so': build('EXPOSE 33890 59010 60800'),
    'ports that end so': build('EXPOSE 13389 15900'),
    'pages for a server': from('nginx:1') + 'COPY dist /usr/share/nginx/html\n',
    'pages that are added': from('httpd') + 'ADD a /usr/local/apache2/htdocs/\n',
    'pages for Caddy': from('caddy') + 'COPY a /srv\n',
    'pages for a server of somebody': from('town/nginx') + 'COPY dist /usr/share/nginx/html\n',
    'settings for a server': from('nginx') + 'COPY nginx.conf /etc/nginx/\n',
    'pages called nearly so': from('nginx') + 'COPY dist /htmlx\n',
    'pages below': from('nginx') + 'COPY dist /x/public/y\n',
    'pages and a step': from('nginx') + 'RUN x\nCOPY dist /usr/share/nginx/html\n',
    'pages and an entry point': from('nginx') + 'COPY dist /www\nENTRYPOINT ["x"]\n',
    'a store with settings': from('postgres:17') + 'COPY a /b\n',
    'a store with an entry point': from('postgres:17') + 'ENTRYPOINT ["x"]\n',
    'a store with a command': from('postgres:17') + 'CMD ["x"]\n',
    'a cluster': from('cassandra') + 'RUN x\n',
    'a base with files': from('node') + 'COPY a /b\n',
    'an official image with files': from('redis') + 'COPY a /b\n',
    'an unknown image with files': from('town/x') + 'COPY a /b\n',
    Windows: from('mcr.microsoft.com/windows/servercore:ltsc2022') + 'USER ContainerUser\n',
    'a variable': 'ARG BASE=postgres\nFROM $BASE\n',
    'a variable in braces': 'ARG BASE=postgres\nFROM ${BASE}:17\n',
    'a variable with a value of its own': 'FROM ${BASE:-postgres}\n',
    'a variable with another value of its own': 'FROM ${BASE-postgres}\n',
    'a variable without a value': 'ARG BASE\nFROM $BASE\nUSER 7\n',
    'an empty variable': 'ARG BASE=\nFROM ${BASE}\n',
    stages: 'FROM golang AS one\nUSER root\nVOLUME /a\nFROM alpine\nUSER 7\n',
    'stages upon each other': 'FROM golang AS one\nUSER 7\nFROM ONE\nVOLUME /a\n',
    'stages by number': 'FROM golang\nUSER 7\nFROM 0\nVOLUME /a\n',
    'a stage that begins with itself': 'FROM one AS one\nUSER 7\n',
    scratch: 'FROM scratch\nCOPY a /b\n',
    options: 'FROM --platform=linux/amd64 postgres:17 AS db\nCOPY --chown=1 a /b\n',
    'instructions that nobody reads': build(
      'WORKDIR /a',
      'ENV A=b',
      'LABEL a=b',
      'odd thing',
      'ENV B=c',
      'SHELL ["a"]',
    ),
    'lines that are joined': 'FROM postgres:17\nUSER \\\n  shop\n',
    'letters of any size': 'from postgres:17\nuser shop\n',
    'a template': 'FROM {{ base }}\n',
    'a template of lines': 'FROM a\n{% if x %}\n',
    'a template of places': 'FROM a\n%%BASE%%\n',
    'braces in a step': 'FROM a\nRUN echo {{ x }}\n',
    'a note before it': '# syntax=docker/dockerfile:1\n\n  # a\nFROM a\n',
    'something before it': 'RUN x\nFROM a\n',
    'no FROM': 'RUN x\n',
    'only ARG': 'ARG A=b\n',
    'in braces': '{ "FROM": 1 }',
  }),
  ...Object.fromEntries(
    `Dockerfile Containerfile Dockerfile.web web/Dockerfile.x Dockerfile-web Dockerfile_web web.dockerfile web.Containerfile ./Dockerfile ../Dockerfile
     Dockerfile.md Dockerfilex shop.txt a.dockerfilex`
      .split(/\s+/)
      .flatMap((path): [string, Book[string]][] => [
        [`an image by ${path}`, file('FROM town/x\n', path)],
        [`a sentence by ${path}`, file('FROM the town: a story\n', path)],
        [`nothing by ${path}`, file('a story\n', path)],
      ]),
  ),
};
