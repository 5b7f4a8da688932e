/** What an inventory says of a machine, whatever it calls the column. */
export type Column =
  | 'name'
  | 'power'
  | 'template'
  | 'placeholder'
  | 'connection'
  /** The system as the machine itself tells it. */
  | 'system'
  /** The system that was chosen when the machine was made. */
  | 'configured-system'
  /** The release of the system, where that is a column of its own. */
  | 'version'
  | 'memory'
  | 'monitors'
  | 'video-memory'
  | 'latency'
  | 'fault-tolerance'
  | 'uuid'
  | 'address'
  /** Who hosts it. */
  | 'provider';

/** A program that writes inventories, and how it heads their columns. */
export interface Dialect {
  readonly id: 'rvtools' | 'azure-migrate' | 'aws-discovery' | 'google-migration';
  /** As users know it. */
  readonly title: string;
  /** Headings, in any case; of several that mean the same, the first that is there and not empty counts. */
  readonly columns: Readonly<Partial<Record<Column, readonly string[]>>>;
  /** The headings by which it is known: one of each list. */
  readonly knownBy: readonly (readonly string[])[];
  /** Headings of other tables of the same program, which have a row a disk or port and not a machine. */
  readonly notBy?: readonly string[];
  /** How many of its units of memory make a GiB. */
  readonly memoryInGib: number;
}

/** Every program whose inventories are read. */
export const dialects: readonly Dialect[] = [
  {
    id: 'rvtools',
    title: 'RVTools',
    columns: {
      name: ['VM'],
      power: ['Powerstate'],
      template: ['Template'],
      placeholder: ['SRM Placeholder'],
      connection: ['Connection state'],
      system: ['OS according to the VMware Tools'],
      'configured-system': ['OS according to the configuration file', 'OS'],
      memory: ['Memory', 'Memory MiB', 'Memory MB'],
      monitors: ['Num Monitors'],
      'video-memory': ['Video Ram KiB', 'Video Ram KB'],
      latency: ['Latency Sensitivity'],
      'fault-tolerance': ['FT State'],
      // SMBIOS UUID is what the machine itself sees; VM UUID, the same in other versions.
      uuid: ['SMBIOS UUID', 'VM UUID'],
      address: ['Primary IP Address'],
    },
    knownBy: [
      ['VM'],
      ['Powerstate'],
      ['OS according to the VMware Tools', 'OS according to the configuration file', 'OS'],
    ],
    // vCPU, vMemory, vDisk, vPartition, vNetwork, vCD, vUSB, vFloppy, vSnapshot, vTools.
    notBy: [
      'Sockets',
      'Size MiB',
      'Size MB',
      'Disk',
      'Disk Key',
      'NIC label',
      'Mac Address',
      'Device Node',
      'Snapshot',
      'Tools Version',
    ],
    memoryInGib: 1024,
  },
  {
    id: 'azure-migrate',
    title: 'Azure Migrate',
    // https://learn.microsoft.com/en-us/azure/migrate/tutorial-discover-import
    columns: {
      name: ['Server name'],
      system: ['OS name'],
      version: ['OS version'],
      memory: ['Memory', 'Memory (In MB)'],
    },
    knownBy: [['Server name'], ['Cores'], ['OS name']],
    memoryInGib: 1024,
  },
  {
    id: 'aws-discovery',
    title: 'AWS Application Discovery',
    // https://docs.aws.amazon.com/application-discovery/latest/userguide/discovery-import.html
    columns: {
      name: ['HostName', 'VMware.VMName', 'ExternalId', 'IPAddress'],
      system: ['OS.Name'],
      version: ['OS.Version'],
      memory: ['RAM.TotalSizeInMB'],
    },
    knownBy: [['OS.Name'], ['ExternalId', 'HostName', 'IPAddress', 'MACAddress', 'VMware.MoRefId']],
    memoryInGib: 1024,
  },
  {
    id: 'google-migration',
    title: 'Google Migration Center',
    // https://docs.cloud.google.com/migration-center/docs/import-data-overview
    columns: {
      name: ['MachineName', 'MachineId'],
      system: ['OsName', 'OsType'],
      version: ['OsVersion'],
      memory: ['MemoryGiB'],
      provider: ['Source'],
    },
    knownBy: [['MachineId'], ['OsName', 'OsType']],
    memoryInGib: 1,
  },
];

/** What programs call columns that mean one of these. */
export function listHeadings(...columns: readonly Column[]): string[] {
  return [
    ...new Set(columns.flatMap((column) => dialects.flatMap((dialect) => dialect.columns[column] ?? []))),
  ];
}
