import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "@/tests/unit/agreements/signing/installed-tool";

/** How it answers: as it should, altered, with an error, with what another question was answered, or never. */
export type Manner = "honest" | "altered" | "stale" | "refusing" | "other-hash" | "silent";

export type StampResponder = {
  url: string;
  /** PEM file with the root of its certificate. */
  rootPath: string;
  manner: Manner;
  /** Called with each question before it is answered. */
  asked: () => Promise<unknown>;
  close: () => Promise<void>;
};

const config = (folder: string) => `
[tsa]
default_tsa = tsa_one
[tsa_one]
serial = ${folder}/serial
signer_cert = ${folder}/tsa.pem
signer_key = ${folder}/tsa.key
certs = ${folder}/root.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_alg = sha256
`;

/** A responder of RFC 3161 over HTTP: `openssl ts -reply` answers each question. */
export async function startStampResponder(): Promise<StampResponder> {
  const folder = mkdtempSync(join(tmpdir(), "stamps-"));
  // "@" stands for the folder.
  const openssl = (line: string) => run("openssl", line.replaceAll("@", `${folder}/`).split(" "));
  const key = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes";
  openssl(`req -x509 ${key} -keyout @root.key -out @root.pem -days 30 -subj /CN=goc-cap-dau-thoi-gian`);
  openssl(`req ${key} -keyout @tsa.key -out @tsa.csr -subj /CN=may-chu-dau-thoi-gian`);
  writeFileSync(
    join(folder, "tsa.ext"),
    "keyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n",
  );
  openssl(
    "x509 -req -in @tsa.csr -CA @root.pem -CAkey @root.key -CAcreateserial -out @tsa.pem -days 30 -extfile @tsa.ext",
  );
  writeFileSync(join(folder, "serial"), "01");
  writeFileSync(join(folder, "tsa.cnf"), config(folder));
  let count = 0;
  const reply = (query: Buffer): Buffer => {
    count += 1;
    const [asked, answered] = [join(folder, `${count}.tsq`), join(folder, `${count}.tsr`)];
    writeFileSync(asked, query);
    openssl(`ts -reply -config @tsa.cnf -queryfile ${asked} -out ${answered}`);
    return readFileSync(answered);
  };
  let earlier: Buffer | undefined;

  const answers: Record<Manner, (query: Buffer, response: ServerResponse) => void> = {
    honest: (query, response) => {
      earlier = query;
      response.end(reply(query));
    },
    // The last byte belongs to the token's signature.
    altered: (query, response) => {
      const answer = reply(query);
      answer.writeUInt8(answer.readUInt8(answer.length - 1) ^ 1, answer.length - 1);
      response.end(answer);
    },
    // The same digest asked with another nonce.
    stale: (query, response) => {
      const digest = query.subarray(query.indexOf(Buffer.from("0420", "hex")) + 2).subarray(0, 32);
      openssl(`ts -query -digest ${digest.toString("hex")} -sha256 -cert -out @other.tsq`);
      response.end(reply(readFileSync(join(folder, "other.tsq"))));
    },
    refusing: (_query, response) => {
      response.end(Buffer.from("30053003020102", "hex"));
    },
    "other-hash": (query, response) => {
      response.end(reply(earlier ?? query));
    },
    silent: () => undefined,
  };

  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      response.setHeader("Content-Type", "application/timestamp-reply");
      void responder.asked().then(() => answers[responder.manner](Buffer.concat(parts), response));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  const responder: StampResponder = {
    url: `http://127.0.0.1:${port}/tsa`,
    rootPath: join(folder, "root.pem"),
    manner: "honest",
    asked: () => Promise.resolve(),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return responder;
}
