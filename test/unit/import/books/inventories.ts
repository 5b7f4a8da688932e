import type { Book } from './book.ts';
import { nameAll } from './book.ts';

const table = (...lines: readonly string[]): { readonly 'estate.csv': string } => ({
  'estate.csv': `${lines.join('\n')}\n`,
});
/** Machines by what their cells say, called by it. */
const machines = (headings: string, words: string, separator = ','): Book[string] =>
  table(
    headings.replaceAll(',', separator),
    ...Object.entries(nameAll(words)).map(([name, word]) =>
      [name, ...word.replaceAll('_', ' ').split('|')].join(separator),
    ),
  );

/** Tables of machines, each row nearly another one. */
export const inventories: Book = {
  'systems and releases': machines(
    'VM,Powerstate,OS according to the VMware Tools,OS according to the configuration file',
    `on|VMware_ESXi_7.0.3| on|ESX_4| on|Microsoft_Hyper-V_Server_2016| on|Microsoft_Windows_Server_2008_R2_(64-bit)| on|Microsoft_Windows_Server_Threshold|
     on|Windows_NT| on|Windows_Small_Business_Essentials| on|Windows_XP_Professional| on|Windows_Vista| on|Windows_7| on|Windows_8.x| on|Windows_8.1| on|Windows_10| on|Windows_11|
     on|Windows_95| on|Windows_98| on|Windows_ME| on|Windows_Millennium| on|Windows_2000_Professional| on|Windows_2000| on|Windows| on|win2k12| on|win_nt| on|Win_2019| on|macOS_14|
     on|Mac_OS_X_10| on|Darwin_22| on|OpenBSD_7| on|NetBSD| on|Solaris_11| on|SunOS| on|OpenIndiana| on|illumos| on|AIX_7| on|HP-UX| on|z/OS| on|OpenVMS| on|Tru64| on|NetWare_6|
     on|OpenServer| on|UnixWare| on|OS/2| on|eComStation| on|MS-DOS| on|SCO| on|Other_Linux| on|Red_Hat_Enterprise_Linux_8| on|RHEL_7| on|CentOS_7| on|CentOS_4/5/6/7|
     on|Fedora_40| on|Rocky_Linux_9| on|AlmaLinux_9| on|Asianux| on|SUSE_Linux_Enterprise_15| on|SLES_12_SP5| on|SLED| on|openSUSE| on|Debian_12| on|Kubuntu| on|Ubuntu_18.04| on|Mint|
     on|VMware_Photon_OS| on|CoreOS| on|Flatcar| on|Mandriva| on|Mandrake| on|Turbolinux| on|Gentoo| on|Kylin| on|UOS| on|Other_(32-bit)| on|Ubuntu_22.04_or_later| on|Ubuntu_14.04_or_newer|
     on|Ubuntu_14.04_and_above| on|Windows_Server_2012_or_above| on|Debian_8_/_9| on|Debian_8_9| off||CentOS_6_(64-bit) off||Other_(64-bit) on|Debian_9|Windows_10 on|Debian_9|CentOS_6 on|Windows_Server_2003|Windows_Server_2003`,
  ),
  'what vCenter says': machines(
    'VM,Powerstate,OS,Num Monitors,Video Ram KiB,Latency Sensitivity,FT State,Memory,SMBIOS UUID,VM UUID,Primary IP Address,Odd',
    `on||1 on||2 on||two on|||131072 on|||131073 on|||262,144 on||||high on||||High on||||highest on||||normal on|||||running on|||||notConfigured on|||||disabled on|||||enabled on||||||4096
     on||||||4.096 on||||||4_096 on||||||0 on||||||1 on||||||much on||||||4096,5 on|||||||u on||||||||v on|||||||u|v on|||||||||10.0.0.1 on||||||||||x`,
    ';',
  ),
  'rows that are no machine': table(
    'VM,Powerstate,Template,SRM Placeholder,Connection state,OS',
    'template,off,True,False,connected,',
    'modele,off,vrai,False,connected,',
    'vorlage,off,WAHR,False,connected,',
    'one,off,1,False,connected,',
    'truly,off,truly,False,connected,',
    'placeholder,off,False,True,connected,',
    'orphaned,off,False,False,orphaned,',
    'inaccessible,off,False,False,Inaccessible,',
    'invalid,off,False,False,invalid,',
    'disconnected,off,False,False,disconnected,',
    'xinvalid,off,False,False,xinvalid,',
    'invalidated,off,False,False,invalidated,',
    ',off,False,False,connected,',
    '  ,on',
    '',
    ',,,,,',
    'short,on',
    'long,on,False,False,connected,Debian 12,more,still more',
  ),
  'headings spelt otherwise': table(
    'vm, POWERSTATE ,os  according to the configuration file',
    'a,on,Debian 12',
  ),
  'headings in place of cells': table('VM,Powerstate,OS', 'VM,Powerstate,OS', 'a,on,OS'),
  'cells in quotes': table(
    '"VM";"Powerstate";"OS";"Memory"',
    '"a;""b""";"on";"Debian\n12";"2048"',
    'c;"on";Debian 12;"1024"',
  ),
  'a line that names the separator': { 'estate.csv': 'sep=;\r\nVM;Powerstate;OS\r\na;on;Debian 12\r\n' },
  'a line that nearly names the separator': { 'estate.csv': 'sep=;;\nVM;Powerstate;OS\na;on;Debian 12\n' },
  'tabs between cells': { 'estate.tsv': 'VM\tPowerstate\tOS\na\ton\tDebian 12\n' },
  'empty lines above': { 'estate.csv': '\nVM,Powerstate,OS\na,on,Debian 12\n' },
  'a quote that is never closed': table('VM,Powerstate,OS', 'a,on,x', 'b,on,"y', 'c,on,z'),
  'a quote within': table('VM,Powerstate,OS', 'a,on,x"y'),
  'Azure Migrate': table(
    '*Server name,*Cores,*OS name,OS version,*Memory (In MB)',
    'a,2,Windows Server,2012 R2,4096',
    'b,2,Debian,12,',
    'c,2,Debian,8,1000',
  ),
  'Azure Migrate without stars': table('Server name,Cores,OS name,Memory', 'a,2,Debian 12,4096'),
  'Azure Migrate without cores': table('Server name,OS name', 'a,Debian 12'),
  'AWS Application Discovery': table(
    'ExternalId,HostName,VMware.VMName,IPAddress,OS.Name,OS.Version,RAM.TotalSizeInMB',
    'x,a,b,10.0.0.1,Linux,RHEL 7,2048',
    'x,,b,10.0.0.1,Windows,,',
    'x,,,10.0.0.2,Ubuntu,18.04,',
    'x,,,,Ubuntu,,',
    ',,,,Ubuntu,,',
  ),
  ...Object.fromEntries(
    'ExternalId HostName IPAddress MACAddress VMware.MoRefId VMware.VMName'
      .split(' ')
      .map((heading) => [`AWS by ${heading}`, table(`${heading},OS.Name`, 'a,Debian')]),
  ),
  'Google Migration Center': table(
    'MachineId,MachineName,OsName,OsType,OsVersion,MemoryGiB,Source',
    'x,a,Debian,,12,4,AWS',
    'y,,,Linux,,0.5,azure x',
    'z,c,Windows Server,,2019,,GCP',
    'u,d,Debian,,8,,VMware',
    'v,e,Debian,,,,xaws',
    'w,f,Debian,,,,awsome',
  ),
  'Google by type': table('MachineId,OsType', 'x,Linux'),
  'no names of machines': table('MachineName,OsName', 'x,Linux'),
  ...Object.fromEntries(
    'Sockets|Size MiB|Size MB|Disk|Disk Key|NIC label|Mac Address|Device Node|Snapshot|Tools Version|Disks'
      .split('|')
      .map((heading) => [
        `a table with ${heading}`,
        table(`VM,Powerstate,OS,${heading}`, 'a,on,Debian 12,x'),
      ]),
  ),
  ...Object.fromEntries(
    'RVTools_tabvDisk.csv x_tabvHost.csv tabdvPort.csv RVTools_tabvdisk.csv xtabvDisk.csv tabvDisk.txt tabxDisk.csv tabvDisk-old.csv tabvDisk_old.csv'
      .split(' ')
      .map((path) => [`a tab ${path}`, { [path]: 'Name,Other\na,b\n' }]),
  ),
  'a mark of XML within a heading': { 'estate.csv': 'VM,Powerstate,OS,a<b\na,on,Debian 12,x\n' },
  'a mark of XML at the end of a word': { 'estate.csv': 'VM<,Powerstate,OS,VM\na,on,Debian 12,x\n' },
  'no table: a note': { 'estate.csv': '# VM,Powerstate,OS\na,b,c\n' },
  'no table: YAML': { 'estate.csv': 'VM: a, Powerstate: b, OS: c\n' },
  'no table: a list': { 'estate.csv': '- VM,Powerstate,OS\n' },
  'no table: one cell': { 'estate.csv': 'VM\na\n' },
  'a colon within a heading': { 'estate.csv': 'VM,Powerstate,OS,a:b\na,on,Debian 12,x\n' },
};
