/** Tabs of an export of vCenter that are looked into beside its table of machines, vInfo. */
export const exportTabs: readonly string[] = ['vUSB', 'vNetwork', 'vDisk', 'vMemory', 'vHost'];

/** Whether a sheet or file is such a tab: `vUSB`, `RVTools_tabvUSB.csv`. */
export function isExportTab(name: string): boolean {
  return exportTabs.some((tab) => new RegExp(`(^|tab)${tab}(\\.csv)?$`, 'i').test(name));
}
