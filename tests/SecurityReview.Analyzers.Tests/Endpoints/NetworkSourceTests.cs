using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Endpoints;

/// <summary>Sockets, pipes, web sockets and listeners: what was accepted is remote, what was connected is a response.</summary>
public class NetworkSourceTests
{
    private const string Usings = """
        using System.IO.Pipes;
        using System.Net;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Net.Sockets;
        using System.Net.WebSockets;
        """;

    private static readonly Setting s_response = Setting.Default with { Options = "security_review.threat_models = response" };

    private static readonly string[] s_accepted =
    [
        "new StreamReader(listener.AcceptTcpClient().GetStream()).ReadLine()",
        "await new StreamReader((await listener.AcceptTcpClientAsync()).GetStream()).ReadToEndAsync()",
        "new BinaryReader(new NetworkStream(socket.Accept())).ReadString()",
        "Encoding.UTF8.GetString((await udp.ReceiveAsync()).Buffer)",
        """new StreamReader(new NamedPipeServerStream("p")).ReadLine()""",
        "http.GetContext().Request.QueryString[\"q\"]",
        "new StreamReader((await http.GetContextAsync()).Request.InputStream).ReadToEnd()",
        "http.GetContext().Request.Headers[\"h\"]",
        "http.GetContext().Request.RawUrl",
    ];

    private static readonly string[] s_answers =
    [
        """await client.GetStringAsync("u")""",
        """await (await client.GetAsync("u")).Content.ReadAsStringAsync()""",
        """await (await client.PostAsync("u", null)).Content.ReadFromJsonAsync<string>()""",
        """await client.GetFromJsonAsync<string>("u")""",
        """new StreamReader(await client.GetStreamAsync("u")).ReadToEnd()""",
        """(await client.GetAsync("u")).Headers.GetValues("h").First()""",
        """new StreamReader(new TcpClient("h", 1).GetStream()).ReadLine()""",
        """new StreamReader(new NamedPipeClientStream("p")).ReadLine()""",
    ];

    private const string Listeners = "TcpListener listener, Socket socket, UdpClient udp, HttpListener http";

    [Fact]
    public Task AcceptedConnection_Reports() => Verify<SqlInjectionAnalyzer>.ReportsAsync(SourceCode.Reading(Usings, Listeners, s_accepted));

    [Fact]
    public Task AcceptedConnection_IsNoResponse() => Verify<SqlInjectionAnalyzer>.IsSilentAsync(SourceCode.ReadingHarmless(Usings, Listeners, s_accepted), s_response);

    [Fact]
    public Task Answer_Reports() => Verify<SqlInjectionAnalyzer>.ReportsAsync(SourceCode.Reading(Usings, "HttpClient client", s_answers), s_response);

    [Fact]
    public Task Answer_IsNotRemote() => Verify<SqlInjectionAnalyzer>.IsSilentAsync(SourceCode.ReadingHarmless(Usings, "HttpClient client", s_answers));

    [Fact]
    public Task OwnSide_IsSilent() => Verify<SqlInjectionAnalyzer>.IsSilentAsync(SourceCode.ReadingHarmless(
        Usings,
        Listeners,
        "listener.LocalEndpoint",
        "http.Prefixes.First()",
        "http.GetContext().Request.LocalEndPoint",
        "http.GetContext().Request.ContentLength64",
        "http.GetContext().User!.Identity!.Name",
        "socket.LocalEndPoint"));

    [Fact]
    public Task Buffer_Reports() => Verify<SqlInjectionAnalyzer>.ReportsAsync(SourceCode.Around(Usings + "\nusing Microsoft.AspNetCore.Http;", """
        internal class Reader
        {
            public void Receive(Socket listener)
            {
                var buffer = new byte[100];
                var count = listener.Accept().Receive(buffer);
                Db.Command.CommandText = [|"SELECT '" + Encoding.UTF8.GetString(buffer, 0, count) + "'"|];
            }

            public async Task ReceiveOfWebSocket(HttpContext context)
            {
                using var socket = await context.WebSockets.AcceptWebSocketAsync();
                var buffer = new byte[100];
                var result = await socket.ReceiveAsync(new ArraySegment<byte>(buffer), default);
                Db.Command.CommandText = [|"SELECT '" + Encoding.UTF8.GetString(buffer, 0, result.Count) + "'"|];
            }

            public void Send(Socket listener)
            {
                var buffer = new byte[100];
                listener.Accept().Send(buffer);
                Db.Command.CommandText = "SELECT '" + Encoding.UTF8.GetString(buffer) + "'";
            }

            public async Task ReceiveAsClient(ClientWebSocket socket)
            {
                var buffer = new byte[100];
                await socket.ReceiveAsync(buffer.AsMemory(), default);
                Db.Command.CommandText = "SELECT '" + Encoding.UTF8.GetString(buffer) + "'";
            }
        }
        """));
}
