import { connect } from "node:net";

/** Sends bytes to a server and returns all that it sends until it ends the connection. */
export function exchange(url: string, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = "";
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () => socket.write(bytes));
    socket.setEncoding("utf8");
    socket.on("data", (text: string) => {
      received += text;
    });
    socket.on("end", () => resolve(received));
    socket.on("close", () => resolve(received));
    socket.on("error", reject);
  });
}

/** The JSON body of the last response in what was received. */
export function lastBody(received: string): unknown {
  return JSON.parse(received.slice(received.lastIndexOf("\r\n\r\n")));
}
