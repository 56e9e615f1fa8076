import Foundation
import TestSupport
import Testing

/// Certificates that can be trusted and such that can't, made for the test.
@Suite("TLS", .serialized, .enabled(if: TLSFixture.isAvailable))
struct TLSTests {
    /// What makes a server one that can't be trusted, or one that can.
    enum Case: String, CaseIterable, Sendable {
        case good, goodNumber, unknownIssuer, unknownRoot, selfSigned, selfSignedButNamed, expired, notYetValid
        case wrongHost, nameForNumber, outdated, cuttingOff, slamming
    }

    private static let unknown =
        "its certificate comes from an authority this machine does not know; install the package ca-certificates, "
        + "or name that authority's file in CURL_CA_BUNDLE if it is yours"
    private static let wrongHost = "its certificate is for another host; check the address"

    /// What the command says after `no secure connection to …: `; `nil` when it reads the page.
    private static let messages: [Case: String] = [
        .unknownIssuer: unknown, .unknownRoot: unknown,
        .selfSigned: "its certificate is signed by itself; name its file in CURL_CA_BUNDLE if it is yours",
        .expired: "its certificate has expired; tell its owner, or save the page from a browser",
        .notYetValid: "its certificate is not valid yet; check this machine's clock", .wrongHost: wrongHost,
        .nameForNumber: wrongHost,
        .outdated: "it offers no TLS version or cipher that is still safe; save the page from a browser",
    ]

    private func server(_ kind: Case, _ fixture: TLSFixture) throws -> (TLSFixture.Server, authority: String?) {
        switch kind {
        case .good: return (try fixture.server(showing: fixture.signed()), fixture.authority)
        case .goodNumber:
            return (try fixture.server(showing: fixture.signed(names: "IP:127.0.0.1")), fixture.authority)
        case .unknownIssuer: return (try fixture.server(showing: fixture.signed()), nil)
        case .unknownRoot: return (try fixture.server(showing: fixture.signed(withAuthority: true)), nil)
        case .selfSigned: return (try fixture.server(showing: fixture.selfSigned()), nil)
        case .selfSignedButNamed:
            let certificate = try fixture.selfSigned()
            return (try fixture.server(showing: certificate), certificate)
        case .expired:
            return (try fixture.server(showing: fixture.signed(until: "20210101000000Z")), fixture.authority)
        case .notYetValid:
            return (try fixture.server(showing: fixture.signed(from: "20980101000000Z")), fixture.authority)
        case .wrongHost:
            return (try fixture.server(showing: fixture.signed(names: "DNS:other.test")), fixture.authority)
        case .nameForNumber: return (try fixture.server(showing: fixture.signed()), fixture.authority)
        case .outdated: return (try fixture.server(showing: fixture.signed(), .outdated), fixture.authority)
        case .cuttingOff: return (try fixture.server(showing: fixture.signed(), .cuttingOff), fixture.authority)
        case .slamming: return (try fixture.server(showing: fixture.signed(), .slamming), fixture.authority)
        }
    }

    @Test("Of a server that can't be trusted it says why, and what to do", arguments: Case.allCases)
    func servers(kind: Case) throws {
        try withTemporaryFolder { folder in
            let (server, authority) = try server(kind, TLSFixture(in: folder))
            let host = [.goodNumber, .nameForNumber].contains(kind) ? "127.0.0.1" : "localhost"
            let address = "https://\(host):\(server.port)/"
            let run = try CommandRun.postmortem(
                ["extract", "--allow-private", "--ignore-robots", address],
                environment: authority.map { ["SSL_CERT_FILE": $0] } ?? [:])
            let isGood = [.good, .goodNumber, .selfSignedButNamed].contains(kind)
            #expect(run.status == (isGood ? 0 : 2))
            #expect(run.output.contains("The secret page") == isGood)
            if isGood {
                #expect(!run.errors.contains("error"), "\(run.errors)")
            } else if let words = Self.messages[kind] {
                #expect(
                    run.errors == "postmortem: error: \(address): no secure connection to '\(host)': \(words)\n")
            } else {
                #expect(
                    run.errors
                        == "postmortem: error: \(address): the connection broke off; try again (tried 3 times)\n")
            }
        }
    }

    @Test("Authorities are taken from the variables that curl takes them from")
    func authorities() throws {
        try withTemporaryFolder { folder in
            let fixture = try TLSFixture(in: folder)
            let server = try fixture.server(showing: fixture.signed())
            let address = "https://localhost:\(server.port)/"
            func run(_ environment: [String: String]) throws -> CommandRun {
                try CommandRun.postmortem(
                    ["extract", "--allow-private", "--ignore-robots", address], environment: environment)
            }
            #expect(try run(["CURL_CA_BUNDLE": fixture.authority]).status == 0)
            #expect(try run(["CURL_CA_BUNDLE": fixture.authority, "SSL_CERT_FILE": "/nowhere"]).status == 0)
            let missing = try run(["SSL_CERT_FILE": "/nowhere/ca.pem"])
            #expect(missing.status == 2)
            #expect(
                missing.errors
                    == "postmortem: error: \(address): no secure connection to 'localhost': the authorities in "
                    + "'/nowhere/ca.pem' can't be read; check CURL_CA_BUNDLE and SSL_CERT_FILE\n")
            let empty = folder.appending(path: "empty.pem")
            try Data().write(to: empty)
            #expect(try run(["CURL_CA_BUNDLE": empty.path()]).errors.contains("can't be read"))
        }
    }
}
