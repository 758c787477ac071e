// Lines that a client of a listening socket sends are put into statements.
using System.IO;
using System.Net;
using System.Net.Sockets;

namespace Shop.Sockets;

public sealed class LineServer(SqliteConnection connection)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var listener = new TcpListener(IPAddress.Any, 7000);
        listener.Start();
        while (!cancellationToken.IsCancellationRequested)
        {
            using var client = await listener.AcceptTcpClientAsync(cancellationToken);
            await ServeAsync(client.GetStream());
        }
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync() is { } line)
        {
            await connection.ExecuteAsync("INSERT INTO Lines (Text) VALUES ('" + line + "')"); // reported
        }
    }
}
//// good twin
// The lines are bound as values.
using System.IO;
using System.Net;
using System.Net.Sockets;

namespace Shop.Sockets;

public sealed class LineServer(SqliteConnection connection)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var listener = new TcpListener(IPAddress.Any, 7000);
        listener.Start();
        while (!cancellationToken.IsCancellationRequested)
        {
            using var client = await listener.AcceptTcpClientAsync(cancellationToken);
            await ServeAsync(client.GetStream());
        }
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync() is { } line)
        {
            await connection.ExecuteAsync("INSERT INTO Lines (Text) VALUES (@line)", new { line });
        }
    }
}
