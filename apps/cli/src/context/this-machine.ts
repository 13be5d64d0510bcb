/** Whether a URL is served by this machine, whatever the network says: `localhost.` with a dot is asked of the network. */
export function isThisMachine({ hostname }: URL): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}
