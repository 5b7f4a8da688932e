import { collectorHead } from './host-view.ts';

/**
 * A script for Windows PowerShell 2.0 and later that prints what can be read back of the host it runs on, in the form
 * of the one for POSIX shells. It only reads, needs no administrator, sends nothing, and prints no environment,
 * argument, user or address.
 */
export const windowsCollectorScript = `# Prints what advise can read of this host: one line a fact, a key and a value with a tab between.
# Reads only; needs no administrator. Keep what it prints: powershell -NoProfile -ExecutionPolicy Bypass -File collect.ps1 > HOST.txt
$ErrorActionPreference = 'SilentlyContinue'
function Ask([string]$kind) {
  if (Get-Command Get-CimInstance) { Get-CimInstance $kind } else { Get-WmiObject $kind }
}
function Say([string]$key, $value) {
  $text = ([string]$value -replace '\\s+', ' ').Trim()
  if ($text -ne '') { $key + [char]9 + $text }
}

'${collectorHead}'
$system = Ask 'Win32_OperatingSystem' | Select-Object -First 1
$machine = Ask 'Win32_ComputerSystem' | Select-Object -First 1
$product = Ask 'Win32_ComputerSystemProduct' | Select-Object -First 1
Say 'name' ([System.Net.Dns]::GetHostName())
Say 'system' 'Windows'
Say 'kernel' $system.Version
Say 'release' $system.Caption
Say 'memory-kib' $system.TotalVisibleMemorySize
Say 'virtual' ([string]$machine.Manufacturer + ' ' + [string]$machine.Model)
Say 'uuid' $product.UUID
# Roles are told to administrators only on some releases; the services below tell most of them all the same.
Import-Module ServerManager
if (Get-Command Get-WindowsFeature) {
  Get-WindowsFeature | Where-Object { $_.Installed } | ForEach-Object { Say 'role' $_.Name }
}
Get-Service | Where-Object { $_.Status -eq 'Running' } | ForEach-Object { Say 'service' $_.Name }
`;
