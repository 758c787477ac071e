using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Endpoints;

/// <summary>Methods that ASP.NET Core and the frameworks on it call: what of their parameters is the caller's.</summary>
public class HandlerSourceTests
{
    private const string Usings = """
        using System.Reflection;
        using System.Threading.Channels;
        using Grpc.Core;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Filters;
        using Microsoft.AspNetCore.SignalR;
        """;

    private static Task ReportsAsync(string code) => Verify<SqlInjectionAnalyzer>.ReportsAsync(SourceCode.Around(Usings, code));

    private static Task IsSilentAsync(string code) => Verify<SqlInjectionAnalyzer>.IsSilentAsync(SourceCode.Around(Usings, code));

    [Fact]
    public Task Action_Reports() => ReportsAsync("""
        public record Input(string Name);

        public class NotesController : Controller
        {
            public void Find(string name, [Bind("Name")] Input input)
            {
                Db.Command.CommandText = [|"SELECT '" + name + "'"|];
                Db.Command.CommandText = [|"SELECT '" + input.Name + "'"|];
            }

            public void Upload(IFormFile file, [FromHeader(Name = "X-Id")] string id)
            {
                Db.Command.CommandText = [|"SELECT '" + file.FileName + "'"|];
                Db.Command.CommandText = [|"SELECT '" + id + "'"|];
            }
        }
        """);

    [Fact]
    public Task ParameterThatIsNotTheCallers_IsSilent() => IsSilentAsync("""
        public interface INames { string First(); }
        public class Names { public string First { get; set; } = ""; }

        public class NotesController(Names names) : Controller
        {
            public void Find(INames other, [FromServices] Names service, CancellationToken token, int id)
            {
                Db.Command.CommandText = "SELECT '" + other + service.First + names.First + token + id + "'";
            }

            public override void OnActionExecuting(ActionExecutingContext context) => Db.Command.CommandText = "SELECT '" + context + "'";

            [NonAction] public void Help(string name) => Db.Command.CommandText = "SELECT '" + name + "'";

            private void Use(string name) => Db.Command.CommandText = "SELECT '" + name + "'";

            public void Generic<T>(string name) => Db.Command.CommandText = "SELECT '" + name + "'";

            public static void Static(string name) => Db.Command.CommandText = "SELECT '" + name + "'";
        }
        """);

    [Fact]
    public Task RouteHandler_Reports() => ReportsAsync("""
        public record Input(string Name);
        public class Search { public string Term { get; set; } = ""; }
        public class Name
        {
            private Name(string text) => Text = text;
            public string Text { get; }
            public static bool TryParse(string text, out Name name) { name = new Name(text); return true; }
            public static async ValueTask<Name?> BindAsync(HttpContext context, ParameterInfo parameter)
            {
                await Task.Yield();
                Db.Command.CommandText = [|"SELECT '" + context.Request.Query["n"] + "'"|];
                return null;
            }
        }

        public static class Routes
        {
            public static void Map(WebApplication app)
            {
                app.MapGet("/a", (string name) => { Db.Command.CommandText = [|"SELECT '" + name + "'"|]; });
                app.MapPost("/b", (Input input) => { Db.Command.CommandText = [|"SELECT '" + input.Name + "'"|]; });
                app.MapGet("/c", ([AsParameters] Search search) => { Db.Command.CommandText = [|"SELECT '" + search.Term + "'"|]; });
                app.MapGet("/d", (Name name) => { Db.Command.CommandText = [|"SELECT '" + name.Text + "'"|]; });
                app.MapPost("/e", (Stream body) => { Db.Command.CommandText = [|"SELECT '" + new StreamReader(body).ReadToEnd() + "'"|]; });
                app.MapPost("/f", (System.Text.Json.JsonElement body) => { Db.Command.CommandText = [|"SELECT '" + body.GetString() + "'"|]; });
                app.MapPost("/g", (IFormFileCollection files) => { Db.Command.CommandText = [|"SELECT '" + files[0].FileName + "'"|]; });
                app.MapPost("/h", ([FromForm] string name) => { Db.Command.CommandText = [|"SELECT '" + name + "'"|]; });
                app.MapGet("/i", Find);
            }

            private static void Find(string name) => Db.Command.CommandText = [|"SELECT '" + name + "'"|];
        }
        """);

    [Fact]
    public Task ServiceOfRouteHandler_IsSilent() => IsSilentAsync("""
        public interface INames { string First { get; } }
        public class Names { public string First() => ""; }

        public static class Routes
        {
            public static void Map(WebApplication app)
            {
                app.MapGet("/a", (INames names, Names others, CancellationToken token, HttpContext context) =>
                {
                    Db.Command.CommandText = "SELECT '" + names.First + others.First() + others + token + context.User.Identity!.Name + "'";
                });
                app.MapGet("/b", (System.Net.Http.HttpClient client, System.Data.Common.DbConnection connection) =>
                {
                    Db.Command.CommandText = "SELECT '" + client.BaseAddress + connection.Database + "'";
                });
                app.MapGet("/c", (int id, Guid key, DateTime day) => { Db.Command.CommandText = "SELECT '" + id + key + day + "'"; });
                app.MapGet("/d/{id:guid}", (string id) => { Db.Command.CommandText = "SELECT '" + id + "'"; });
            }

            private static void Find(string name) => Db.Command.CommandText = "SELECT '" + name + "'";
        }
        """);

    [Fact]
    public Task Hub_Reports() => ReportsAsync("""
        public interface IClient { Task Send(string text); }

        public class Chat : Hub
        {
            public void Say(string text) => Db.Command.CommandText = [|"SELECT '" + text + "'"|];

            public async Task Stream(IAsyncEnumerable<string> parts)
            {
                await foreach (var part in parts)
                    Db.Command.CommandText = [|"SELECT '" + part + "'"|];
            }

            public async Task Channel(ChannelReader<string> reader)
            {
                Db.Command.CommandText = [|"SELECT '" + await reader.ReadAsync() + "'"|];
                while (reader.TryRead(out var item))
                    Db.Command.CommandText = [|"SELECT '" + item + "'"|];
                await foreach (var part in reader.ReadAllAsync())
                    Db.Command.CommandText = [|"SELECT '" + part + "'"|];
            }
        }

        public class TypedChat : Hub<IClient>
        {
            public void Say(string text) => Db.Command.CommandText = [|"SELECT '" + text + "'"|];

            public void Ask() => Db.Command.CommandText = [|"SELECT '" + Context.GetHttpContext()!.Request.Query["q"] + "'"|];
        }
        """);

    [Fact]
    public Task ServerSideOfHub_IsSilent() => IsSilentAsync("""
        public class Chat : Hub
        {
            public void Say(int number, CancellationToken token) => Db.Command.CommandText = "SELECT '" + number + token + Context.UserIdentifier + Context.ConnectionId + "'";

            private void Use(string text) => Db.Command.CommandText = "SELECT '" + text + "'";
        }
        """);

    [Fact]
    public Task Grpc_Reports() => ReportsAsync("""
        public class Ask { public string Name { get; set; } = ""; }
        public class Reply { }
        public abstract class ServiceBase
        {
            public virtual Task<Reply> Find(Ask request, ServerCallContext context) => throw null!;
            public virtual Task<Reply> Send(IAsyncStreamReader<Ask> requests, ServerCallContext context) => throw null!;
        }

        public class Service : ServiceBase
        {
            public override Task<Reply> Find(Ask request, ServerCallContext context)
            {
                Db.Command.CommandText = [|"SELECT '" + request.Name + "'"|];
                Db.Command.CommandText = [|"SELECT '" + context.RequestHeaders.GetValue("x-id") + "'"|];
                Db.Command.CommandText = [|"SELECT '" + context.RequestHeaders.Get("x-id")!.Value + "'"|];
                Db.Command.CommandText = "SELECT '" + context.Peer + context.Deadline + "'";
                return Task.FromResult(new Reply());
            }

            public override async Task<Reply> Send(IAsyncStreamReader<Ask> requests, ServerCallContext context)
            {
                while (await requests.MoveNext(context.CancellationToken))
                    Db.Command.CommandText = [|"SELECT '" + requests.Current.Name + "'"|];
                return new Reply();
            }
        }
        """);

    [Fact]
    public Task FastEndpoint_Reports() => ReportsAsync("""
        public class Ask { public string Name { get; set; } = ""; }

        public class Find : FastEndpoints.Endpoint<Ask, string>
        {
            public override async Task HandleAsync(Ask ask, CancellationToken ct)
            {
                await Task.Yield();
                Db.Command.CommandText = [|"SELECT '" + ask.Name + "'"|];
                Db.Command.CommandText = [|"SELECT '" + Route<string>("id") + Query<string>("q") + Form["f"] + "'"|];
                Db.Command.CommandText = "SELECT '" + Query<int>("q") + Env.EnvironmentName + User.Identity!.Name + "'";
            }
        }
        """);

    [Fact]
    public Task GraphQlArgument_Reports() => ReportsAsync("""
        internal class Resolver
        {
            public void Resolve(GraphQL.IResolveFieldContext context)
            {
                Db.Command.CommandText = [|"SELECT '" + GraphQL.ResolveFieldContextExtensions.GetArgument<string>(context, "name") + "'"|];
                Db.Command.CommandText = "SELECT '" + GraphQL.ResolveFieldContextExtensions.GetArgument<int>(context, "id") + context.User + "'";
            }
        }
        """);

    [Fact]
    public Task ODataOptions_Report() => ReportsAsync("""
        public class NotesController : Microsoft.AspNetCore.OData.Routing.Controllers.ODataController
        {
            public void Get(Microsoft.AspNetCore.OData.Query.ODataQueryOptions<string> options, string key)
            {
                Db.Command.CommandText = [|"SELECT '" + options.RawValues.Filter + "'"|];
                Db.Command.CommandText = [|"SELECT '" + options.Filter.RawValue + "'"|];
                Db.Command.CommandText = [|"SELECT '" + key + "'"|];
            }
        }
        """);
}
