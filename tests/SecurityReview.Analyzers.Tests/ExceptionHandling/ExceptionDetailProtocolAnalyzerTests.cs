using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.ExceptionHandling.ResponseCode;
using Verify = SecurityReview.Analyzers.Tests.Verifiers.Verify<SecurityReview.Analyzers.ExceptionHandling.ExceptionDetailAnalyzer>;

namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

/// <summary>The less common ways to a client: cookies, trailers, streams, errors of protocols.</summary>
public class ExceptionDetailProtocolAnalyzerTests
{
    private const string Rule = RuleIds.ExceptionDetailInResponse;

    [Theory]
    [InlineData("return new CreatedResult(\"/x\", [|ex.ToString()|]);")]
    [InlineData("return new RedirectResult([|\"/error?why=\" + ex.StackTrace|]);")]
    [InlineData("return new FileContentResult([|Encoding.UTF8.GetBytes(ex.ToString())|], \"text/plain\");")]
    [Clause(Rule, "action-result", Verdict.Reports)]
    public Task OtherResultObject_Reports(string statement) => Verify.ReportsAsync(Catch(statement));

    [Theory]
    [InlineData("return new ValidationProblemDetails([|new Dictionary<string, string[]> { [\"x\"] = [ex.ToString()] }|]) is { } problem ? BadRequest(problem) : Ok();")]
    [InlineData("var problem = new ValidationProblemDetails(); problem.Errors[\"x\"] = [|[ex.StackTrace!]|]; return BadRequest(problem);")]
    [InlineData("var problem = new ValidationProblemDetails(); problem.Errors.Add(\"x\", [|new[] { ex.ToString() }|]); return BadRequest(problem);")]
    [Clause(Rule, "problem-details", Verdict.Reports)]
    public Task ErrorsOfAProblem_Report(string statements) => Verify.ReportsAsync(Catch(statements));

    [Theory]
    [InlineData("Response.Cookies.Append(\"error\", [|ex.ToString()|]); return Ok();")]
    [InlineData("HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpResponseFeature>()!.ReasonPhrase = [|ex.StackTrace|]; return Ok();")]
    [Clause(Rule, "http-response", Verdict.Reports)]
    public Task CookieAndReason_Report(string statements) => Verify.ReportsAsync(Catch(statements));

    private static string Service(string statement) => File($$"""
        public class Greeter
        {
            public async Task Hello(string request, IServerStreamWriter<string> stream, ServerCallContext context)
            {
                try { Console.WriteLine(request); }
                catch (Exception ex) { {{statement}} }
                await Task.Yield();
            }
        }
        """);

    [Theory]
    [InlineData("context.ResponseTrailers.Add(\"error\", [|ex.ToString()|]);")]
    [InlineData("await stream.WriteAsync([|ex.StackTrace|]!);")]
    [Clause(Rule, "grpc", Verdict.Reports)]
    public Task TrailerAndStream_Report(string statement) => Verify.ReportsAsync(Service(statement));

    [Theory]
    [InlineData("context.RequestHeaders.Add(\"error\", ex.ToString());")]
    [InlineData("await stream.WriteAsync(\"failed\");")]
    [Clause(Rule, "grpc", Verdict.IsSilent)]
    public Task OtherMetadata_IsSilent(string statement) => Verify.IsSilentAsync(Service(statement));

    private static string Hub(string statement) => File($$"""
        public interface IChatClient { Task Failed(string why, int code); }

        public class ChatHub(IChatClient other) : Hub<IChatClient>
        {
            public async Task Send(string text)
            {
                try { await Clients.All.Failed(text, 1); }
                catch (Exception ex) { await {{statement}}; }
                await other.Failed(text, 0);
            }
        }
        """);

    [Theory]
    [InlineData("Clients.Caller.Failed([|ex.ToString()|], 2)")]
    [InlineData("Clients.Group(\"x\").Failed(code: 3, why: [|ex.StackTrace|]!)")]
    [Clause(Rule, "signalr", Verdict.Reports)]
    public Task TypedClient_Reports(string call) => Verify.ReportsAsync(Hub(call));

    [Theory]
    [InlineData("other.Failed(ex.ToString(), 2)")]
    [InlineData("Clients.Caller.Failed(\"failed\", ex.HResult)")]
    [Clause(Rule, "signalr", Verdict.IsSilent)]
    public Task OtherClient_IsSilent(string call) => Verify.IsSilentAsync(Hub(call));

    private static string Resolver(string statement) => File($$"""
        public class Orders
        {
            public void Resolve(GraphQL.ExecutionErrors errors)
            {
                try { Console.WriteLine(errors.Count); }
                catch (Exception ex) { {{statement}} }
            }
        }
        """);

    [Fact]
    [Clause(Rule, "graphql", Verdict.Reports)]
    public Task GraphError_Reports() => Verify.ReportsAsync(Resolver("errors.Add(new GraphQL.ExecutionError([|\"Orders: \" + ex.StackTrace|]));"));

    [Fact]
    [Clause(Rule, "graphql", Verdict.IsSilent)]
    public Task GraphErrorInGeneral_IsSilent() => Verify.IsSilentAsync(Resolver("errors.Add(new GraphQL.ExecutionError(\"No orders today.\"));"));

    [Fact]
    [Clause(Rule, "system-web", Verdict.Reports)]
    public Task PageAndFault_Report() =>
        Verify.ReportsAsync(
            """
            using System;
            using System.ServiceModel;
            using System.Web.UI.WebControls;
            public class Page
            {
                private readonly Label _error = new Label();
                public void Load()
                {
                    try { Console.WriteLine(); }
                    catch (InvalidOperationException ex) { throw new FaultException([|ex.ToString()|]); }
                    catch (Exception ex) { _error.Text = [|ex.ToString()|]; }
                }
            }
            """,
            Setting.Default with { Framework = TestReferences.Net48 });
}
