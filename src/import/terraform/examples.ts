// Whole plans for the examples of rules, which differ by an attribute.

/** A plan that makes one resource. @param values its attributes */
export function plan(type: string, values: object = {}, more: object = {}): string {
  return planOf([{ type, values, ...more }]);
}

/** A plan of several resources, each called shop. */
export function planOf(
  resources: readonly { readonly type: string; readonly values?: object; readonly index?: number }[],
  action = 'create',
  configuration: readonly object[] = [],
): string {
  const listed = resources.map(({ type, values = {}, ...more }) => ({
    address: `${type}.shop${more.index === undefined ? '' : `[${more.index}]`}`,
    mode: 'managed',
    type,
    name: 'shop',
    ...more,
    values,
  }));
  return JSON.stringify({
    format_version: '1.2',
    planned_values: { root_module: { resources: listed } },
    resource_changes: listed.map(({ address }) => ({ address, change: { actions: [action] } })),
    configuration: { root_module: { resources: configuration } },
  });
}
