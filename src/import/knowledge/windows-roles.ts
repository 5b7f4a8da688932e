import type { Claims } from '../inference-rule.ts';

/** A role or feature of Windows, and what it says of a server that has it. */
export interface WindowsRole {
  /** As Get-WindowsFeature and, behind it, as optional features are called; in lower case. */
  readonly names: readonly string[];
  readonly says: Claims;
  readonly source: string;
}

const docs = 'https://learn.microsoft.com/windows-server/';
const partOfSystem: Claims = { 'package.form': ['os-role'] };

function role(names: string, says: Claims, page: string): WindowsRole {
  return { names: names.toLowerCase().split(' '), says, source: `${docs}${page}` };
}

/** What is known of them. A web server and .NET are libraries in this sense, and say nothing. */
export const windowsRoles: readonly WindowsRole[] = [
  role(
    'AD-Domain-Services DirectoryServices-DomainController',
    partOfSystem,
    'identity/ad-ds/get-started/virtual-dc/active-directory-domain-services-overview',
  ),
  role(
    'ADLDS DirectoryServices-ADAM',
    partOfSystem,
    'administration/server-core/server-core-roles-and-services',
  ),
  role(
    'AD-Certificate ADCS-Cert-Authority CertificateServices',
    partOfSystem,
    'identity/ad-cs/active-directory-certificate-services-overview',
  ),
  role('ADFS-Federation IdentityServer-SecurityTokenService', partOfSystem, 'identity/ad-fs/ad-fs-overview'),
  role('ADRMS-Server', partOfSystem, 'administration/server-core/server-core-roles-and-services'),
  role('DHCP DHCPServer', partOfSystem, 'networking/technologies/dhcp/dhcp-top'),
  role('DNS DNS-Server-Full-Role', partOfSystem, 'networking/dns/dns-overview'),
  role(
    'FS-DFS-Namespace FS-DFS-Replication DFSN-Server DFSR-Infrastructure-ServerEdition',
    partOfSystem,
    'storage/dfs-namespaces/dfs-overview',
  ),
  role('FS-Data-Deduplication Dedup-Core', partOfSystem, 'storage/data-deduplication/overview'),
  role(
    'Print-Server Printing-Server-Role',
    partOfSystem,
    'administration/windows-commands/print-command-reference',
  ),
  role(
    'UpdateServices',
    partOfSystem,
    'administration/windows-server-update-services/get-started/windows-server-update-services-wsus',
  ),
  role('WDS Microsoft-Windows-Deployment-Services', partOfSystem, 'administration/windows-commands/wdsutil'),
  role('NPAS NPAS-Policy-Server', partOfSystem, 'networking/technologies/nps/nps-top'),
  role('RemoteAccess DirectAccess-VPN', partOfSystem, 'remote/remote-access/remote-access'),
  role(
    'Failover-Clustering FailoverCluster-FullServer',
    partOfSystem,
    'failover-clustering/failover-clustering-overview',
  ),
  role(
    'Fax FaxServiceRole',
    { ...partOfSystem, 'os.windows-parts': ['yes'] },
    'administration/server-core/server-core-removed-roles',
  ),
  role(
    'RDS-RD-Server AppServer',
    { 'os.desktop': ['yes'] },
    'remote/remote-desktop-services/remote-desktop-services-overview',
  ),
  role('Hyper-V Microsoft-Hyper-V', { 'os.runs-vms': ['yes'] }, 'virtualization/hyper-v/overview'),
];

/** What is known of a role by its name; undefined where nothing is. */
export function findWindowsRole(name: string): WindowsRole | undefined {
  return windowsRoles.find(({ names }) => names.includes(name.toLowerCase()));
}
