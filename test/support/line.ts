import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** The way to a server on this machine, which can be cut and mended. */
export type Line = {
  readonly port: number;
  /** From now on every connection is refused, and those that are open break. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  close(): Promise<void>;
};

/** Opens a line on a free port of 127.0.0.1 that leads to `port`. */
export async function openLine(port: number): Promise<Line> {
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
      socket.on('error', () => undefined);
    }
    near.pipe(far).pipe(near);
  });
  const listen = (at: number) =>
    new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve));
  await listen(0);
  const { port: here } = server.address() as AddressInfo;
  const cut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of open) socket.destroy();
    });
  return {
    port: here,
    cut,
    mend: () => listen(here),
    close: () => (server.listening ? cut() : Promise.resolve()),
  };
}
