type ToolCommand = (params: Record<string, unknown>) => unknown;

const unsupported =
  (method: string): ToolCommand =>
  () => {
    throw new Error(`${method} is not supported by the simulator`);
  };

/** What DevTools itself answers. The client refuses to work with an SDK below 2.7.3. */
export const toolCommands: Readonly<Record<string, ToolCommand>> = {
  'Tool.getInfo': () => ({ version: '1.06.0', SDKVersion: '3.8.12' }),
  // The phone belongs to whoever started it: a client that leaves does not switch it off.
  'Tool.close': () => ({}),
  'App.exit': () => ({}),
  'Tool.enableRemoteDebug': unsupported('Tool.enableRemoteDebug'),
  'Tool.getTestAccounts': unsupported('Tool.getTestAccounts'),
  'Tool.getTicket': unsupported('Tool.getTicket'),
  'Tool.setTicket': unsupported('Tool.setTicket'),
  'Tool.refreshTicket': unsupported('Tool.refreshTicket'),
};
