import type { Claims } from '../inference-rule.ts';

/** A service of Windows, and what it says of a server that runs it. */
export interface WindowsService {
  /** Its name, not the one that is displayed: that one is translated. */
  readonly name: RegExp;
  readonly says: Claims;
  readonly source: string;
}

const system =
  'https://learn.microsoft.com/troubleshoot/windows-server/networking/service-overview-and-network-port-requirements';
const sqlServer =
  'https://learn.microsoft.com/sql/database-engine/configure-windows/configure-windows-service-accounts-and-permissions';
const sentinel =
  'https://docs.sentinel.thalesgroup.com/ldk/LDKdocs/SPNL/LDK_SLnP_Guide/Distributing/License_Manager/010-License_Manager-intro.htm';

const partOfSystem: Claims = { 'package.form': ['os-role'] };
const store: Claims = { 'state.kind': ['one-writer'] };
const licensed: Claims = { ...store, 'package.licence': ['per-host-core'] };
const keyed: Claims = { 'package.licence': ['dongle', 'machine-bound'] };

/** What is known of them; the first that fits counts. Services that every server has say nothing. */
export const windowsServices: readonly WindowsService[] = [
  {
    name: /^(ntds|adam_.+|certsvc|adfssrv|dhcpserver|dns|dfsr|wsusservice|wdsserver|ias|clussvc)$/i,
    says: partOfSystem,
    source: system,
  },
  {
    name: /^vmms$/i,
    says: { 'os.runs-vms': ['yes'] },
    source: 'https://learn.microsoft.com/windows-server/virtualization/hyper-v/overview',
  },
  // The edition without a price, and the one that comes with Windows for its own roles.
  { name: /^mssql\$(sqlexpress|microsoft##.+)$/i, says: store, source: sqlServer },
  { name: /^mssql(server|\$.+)$/i, says: licensed, source: sqlServer },
  {
    name: /^oracleservice.+$/i,
    says: licensed,
    source: 'https://docs.oracle.com/en/database/oracle/oracle-database/21/ntqrf/ora-sid-autostart.html',
  },
  {
    name: /^mysql\d*$/i,
    says: store,
    source: 'https://dev.mysql.com/doc/refman/8.4/en/windows-start-service.html',
  },
  {
    name: /^postgresql-.+$/i,
    says: store,
    source: 'https://www.postgresql.org/docs/current/app-pg-ctl.html',
  },
  { name: /^hasplms$/i, says: keyed, source: sentinel },
  {
    name: /^sentinel(protection|keys)server$/i,
    says: keyed,
    source: sentinel,
  },
  {
    name: /^codemeter\.exe$/i,
    says: keyed,
    source: 'https://www.wibu.com/codemeter/codemeter-runtime.html',
  },
];

/** What is known of a service by its name; undefined where nothing is. */
export function findWindowsService(name: string): WindowsService | undefined {
  return windowsServices.find((service) => service.name.test(name));
}
