// A server of its own over HttpListener puts a part of the query into the statement.
using System.IO;
using System.Net;

namespace Shop.Listening;

public sealed class StatusServer(SqliteConnection connection)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var listener = new HttpListener();
        listener.Prefixes.Add("http://+:8080/");
        listener.Start();
        while (!cancellationToken.IsCancellationRequested)
        {
            var context = await listener.GetContextAsync();
            var key = context.Request.QueryString["key"];
            var value = connection.ExecuteScalar<string>("SELECT Value FROM Status WHERE Name = '" + key + "'"); // reported
            await using var writer = new StreamWriter(context.Response.OutputStream);
            await writer.WriteAsync(value);
        }
    }
}
//// good twin
// The part of the query is bound as a value.
using System.IO;
using System.Net;

namespace Shop.Listening;

public sealed class StatusServer(SqliteConnection connection)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var listener = new HttpListener();
        listener.Prefixes.Add("http://+:8080/");
        listener.Start();
        while (!cancellationToken.IsCancellationRequested)
        {
            var context = await listener.GetContextAsync();
            var key = context.Request.QueryString["key"];
            var value = connection.ExecuteScalar<string>("SELECT Value FROM Status WHERE Name = @key", new { key });
            await using var writer = new StreamWriter(context.Response.OutputStream);
            await writer.WriteAsync(value);
        }
    }
}
