using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.Analyzers.Todo;

namespace SecurityReview.Analyzers.Tests.Todo;

/// <summary>What a TODO must say, and where it must stand, to be about security.</summary>
public class SecurityTodoAnalyzerTests
{
    public static TheoryData<DocumentationMode> Modes => new(DocumentationMode.None, DocumentationMode.Parse, DocumentationMode.Diagnose);

    [Theory]
    [InlineData("TODO: check access token")]
    [InlineData("TODO: check the signature of the token")]
    [InlineData("TODO: escape the user name")]
    [InlineData("TODO: check user access")]
    [InlineData("TODO: race between token and access")]
    [InlineData("TODO: an injection through the signature?")]
    [InlineData("TODO: verify the JWT")]
    [Clause(RuleIds.SecurityTodo, "ambiguous", Verdict.Reports)]
    public Task TwoAmbiguousWords_Report(string todo) => ReportsAsync(todo);

    [Theory]
    [InlineData("TODO: think about injection")]
    [InlineData("TODO: renew the token")]
    [InlineData("TODO: token, or tokens?")]
    [InlineData("TODO: store the signature")]
    [InlineData("TODO: escape this")]
    [InlineData("TODO: there is a race")]
    [InlineData("TODO: check this")]
    [InlineData("TODO: show the user")]
    [InlineData("TODO: check the user")]
    [InlineData("TODO: speed up access")]
    [Clause(RuleIds.SecurityTodo, "ambiguous", Verdict.IsSilent)]
    public Task OneAmbiguousWord_IsSilent(string todo) => IsSilentAsync(todo);

    [Theory]
    [InlineData("TODO: escape this")]
    [InlineData("TODO: renew the token")]
    [InlineData("TODO: check the user")]
    [InlineData("TODO: look at access")]
    [Clause(RuleIds.SecurityTodo, "endpoint", Verdict.Reports)]
    public async Task AmbiguousWordInAnEndpoint_Reports(string todo)
    {
        await Verify<SecurityTodoAnalyzer>.ReportsAsync(
            $$"""
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.AspNetCore.Mvc.RazorPages;
            using Microsoft.AspNetCore.SignalR;
            public class QuotasController : ControllerBase
            {
                // [|{{todo}}, above|]
                [HttpGet]
                public IActionResult Get(int id)
                {
                    // [|{{todo}}, within|]
                    return Ok(id); // [|{{todo}}, behind|]
                }

                [HttpPut]
                public int Put(int id) => id; /* [|{{todo}}, last|] */
            }

            // [|{{todo}}, of all|]
            public class QuotaHub : Hub
            {
                public int Send(int x)
                {
                    int Local()
                    {
                        // [|{{todo}}, in a local function|]
                        return x;
                    }
                    return Local();
                }
            }

            public class QuotaPage : PageModel
            {
                public void OnPost()
                {
                    // [|{{todo}}, of the page|]
                }
            }
            """);
        await Verify<SecurityTodoAnalyzer>.ReportsAsync(
            $$"""
            using Microsoft.AspNetCore.Builder;
            var app = WebApplication.Create();
            // [|{{todo}}, before|]
            app.MapGet("/quotas/{id}", (int id) =>
            {
                // [|{{todo}}, within|]
                return id;
            });
            app.MapPost("/quotas", Add);
            app.Run();

            static int Add(int id)
            {
                return id; // [|{{todo}}, in the method|]
            }
            """,
            Setting.Program);
    }

    [Fact]
    [Clause(RuleIds.SecurityTodo, "endpoint", Verdict.IsSilent)]
    public Task AmbiguousWordOutsideOfEndpoints_IsSilent() =>
        Verify<SecurityTodoAnalyzer>.IsSilentAsync(
            """
            using Microsoft.AspNetCore.Mvc;
            public class QuotasController : ControllerBase
            {
                private int _x; // TODO: escape this

                [HttpGet]
                public IActionResult Get(int id) => Ok(id);

                // TODO: renew the token
                [NonAction]
                public void Refresh()
                {
                    // TODO: escape this, too
                }

                private void Helper()
                {
                    // TODO: check the user
                }
            }
            """);

    [Fact]
    [Clause(RuleIds.SecurityTodo, "decision", Verdict.Reports)]
    public Task AmbiguousWordInADecisionMethod_Reports() =>
        Verify<SecurityTodoAnalyzer>.ReportsAsync(
            """
            using System.Threading.Tasks;
            using Microsoft.AspNetCore.Authorization;
            public class Requirement : IAuthorizationRequirement { }
            public class Handler : AuthorizationHandler<Requirement>
            {
                protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Requirement requirement)
                {
                    // [|TODO: look at the token|]
                    return Task.CompletedTask;
                }
            }
            public class User { }
            public class Rules
            {
                public bool CanEdit(User user, int id)
                {
                    // [|TODO: how about access|]
                    return user != null && id > 0;
                }
                public bool IsOwner(int id) => id > 0; // [|TODO: compare the signature|]
            }
            """);

    [Fact]
    [Clause(RuleIds.SecurityTodo, "decision", Verdict.IsSilent)]
    public Task AmbiguousWordInAnotherMethod_IsSilent() =>
        Verify<SecurityTodoAnalyzer>.IsSilentAsync(
            """
            public class Rules
            {
                public bool IsDisposed() => true; // TODO: look at the token
                public bool CanExecute(object parameter)
                {
                    // TODO: how about access
                    return parameter != null;
                }
                public bool CanRetry(int count)
                {
                    // TODO: look at the token
                    return count < 3;
                }
                public int Count(int user)
                {
                    // TODO: look at the token
                    return user;
                }
            }
            """);

    [Fact]
    [Clause(RuleIds.SecurityTodo, "cryptography", Verdict.Reports)]
    public Task AmbiguousWordNearCryptography_Reports() =>
        Verify<SecurityTodoAnalyzer>.ReportsAsync(
            """
            using System.Security.Claims;
            using System.Security.Cryptography;
            using System.Text;
            using System.Threading.Tasks;
            using Microsoft.AspNetCore.Authorization;
            public class Sealer(IAuthorizationService authorization)
            {
                public byte[] Seal(string text)
                {
                    // [|TODO: the signature is too short|]
                    return SHA256.HashData(Encoding.UTF8.GetBytes(text));
                }

                public byte[] Random
                {
                    get
                    {
                        // [|TODO: longer tokens|]
                        return RandomNumberGenerator.GetBytes(8);
                    }
                }

                // [|TODO: what about access|]
                public Task Ask(ClaimsPrincipal user) => authorization.AuthorizeAsync(user, "Edit");
            }
            """);

    [Fact]
    [Clause(RuleIds.SecurityTodo, "cryptography", Verdict.IsSilent)]
    public Task AmbiguousWordNearOtherCode_IsSilent() =>
        Verify<SecurityTodoAnalyzer>.IsSilentAsync(
            """
            using System.Security.Cryptography;
            using System.Text;
            public class Sealer
            {
                private readonly byte[] _key = RandomNumberGenerator.GetBytes(8);

                public byte[] Bytes(string text)
                {
                    // TODO: the signature is too short
                    return Encoding.UTF8.GetBytes(text);
                }
            }
            """);

    [Fact]
    [Clause(RuleIds.SecurityTodo, "sink", Verdict.Reports)]
    public Task AmbiguousWordNearASink_Reports() =>
        Verify<SecurityTodoAnalyzer>.ReportsAsync(
            """
            using System.Data.Common;
            using Dapper;
            public class Store
            {
                public int Count(DbConnection connection, string name)
                {
                    // [|TODO: escape the name|]
                    return connection.ExecuteScalar<int>("SELECT COUNT(*) FROM T WHERE Name = '" + name + "'");
                }

                public void Set(DbCommand command, string name)
                {
                    // [|TODO: open to injection?|]
                    command.CommandText = name;
                }
            }
            """);

    [Fact]
    [Clause(RuleIds.SecurityTodo, "sink", Verdict.Reports)]
    public Task AmbiguousWordNearASinkOfTheUser_Reports() =>
        Verify<SecurityTodoAnalyzer>.ReportsAsync(
            """
            public static class Store { public static void Run(string text) { } }
            public class Caller
            {
                public void Go(string name)
                {
                    // [|TODO: escape the name|]
                    Store.Run(name);
                }
            }
            """,
            Setting.Default with { AdditionalFiles = [("/SecurityReview.Models.Own.txt", "sql sink M:Store.Run text\n")] });

    [Fact]
    [Clause(RuleIds.SecurityTodo, "sink", Verdict.IsSilent)]
    public Task AmbiguousWordNearOtherCalls_IsSilent() =>
        Verify<SecurityTodoAnalyzer>.IsSilentAsync(
            """
            using System.Text;
            public class Store
            {
                public string Name(StringBuilder text)
                {
                    // TODO: escape the name
                    text.Append('x');
                    return text.ToString();
                }
            }
            """);

    [Fact]
    [Clause(RuleIds.SecurityTodo, "place-alone", Verdict.IsSilent)]
    public Task SecurityPlaceWithoutSecurityWords_IsSilent() =>
        Verify<SecurityTodoAnalyzer>.IsSilentAsync(
            """
            using System.Security.Cryptography;
            using Microsoft.AspNetCore.Mvc;
            public class QuotasController : ControllerBase
            {
                // TODO: return pages
                [HttpGet]
                public IActionResult Get(int id)
                {
                    // TODO: rename
                    // HACK slow
                    return Ok(SHA256.HashData(new byte[id])); // TODO: cache
                }

                public bool CanEdit(string user) => user != ""; // TODO: tell why not
            }
            """);

    [Fact]
    [Clause(RuleIds.SecurityTodo, "place-alone", Verdict.Reports)]
    public Task SecurityWordsWithoutSecurityPlace_Report() => ReportsAsync("TODO: encrypt this");

    [Theory]
    [InlineData("TODO: authenticate the caller")]
    [InlineData("TODO(ann): authenticate the caller")]
    [InlineData("TODO(@ann, 2030-01-01): authenticate the caller")]
    [InlineData("TODO: authenticate the caller as RFC-7231 says")]
    [InlineData("TODO(security): look at this again")]
    [Clause(RuleIds.SecurityTodo, "ticket", Verdict.Reports)]
    public Task OwnerIsNoTicket_Reports(string todo) => ReportsAsync(todo);

    [Theory]
    [InlineData("TODO: authenticate the caller, see #12")]
    [InlineData("TODO(ann, SEC-12): authenticate the caller")]
    [InlineData("TODO: authenticate the caller\n// https://example.org/issues/7")]
    [InlineData("TODO(ticket): authenticate the caller")]
    [Clause(RuleIds.SecurityTodo, "ticket", Verdict.IsSilent)]
    public Task Ticket_IsSilent(string todo) => IsSilentAsync(todo);

    [Fact]
    [Clause(RuleIds.SecurityTodo, "ticket", Verdict.IsSilent)]
    public Task TicketOfTheUsersPattern_IsSilent() => IsSilentAsync("TODO gh/12: authenticate", @"security_review.todo.ticket_pattern = \bgh/\d+");

    [Theory]
    [InlineData("TODO: stop the payouts")]
    [InlineData("TODO: look at CardNumber")]
    [InlineData("TODO: show the card number")]
    [InlineData("TODO: kycLevel is wrong")]
    [Clause(RuleIds.SecurityTodo, "security-words", Verdict.Reports)]
    public Task WordOfTheOption_Reports(string todo) => ReportsAsync(todo, "security_review.todo.security_words = payout*, card number, KYC");

    [Theory]
    [InlineData("TODO: stop the payoffs")]
    [InlineData("TODO: show the number of the card")]
    [InlineData("TODO: kycle")]
    [Clause(RuleIds.SecurityTodo, "security-words", Verdict.IsSilent)]
    public Task OtherWordThanTheOptions_IsSilent(string todo) => IsSilentAsync(todo, "security_review.todo.security_words = payout*, card number, KYC, , *, a*");

    [Theory]
    [MemberData(nameof(Modes))]
    [Clause(RuleIds.SecurityTodo, "comment-kinds", Verdict.Reports)]
    public Task EveryKindOfComment_Reports(DocumentationMode mode) =>
        Verify<SecurityTodoAnalyzer>.ReportsAsync(
            """
            /// <summary>[|TODO: require authentication|]</summary>
            /// <remarks>
            /// [|FIXME hash the passwords|]
            /// </remarks>
            class C // [|todo: encrypt the file|]
            {
                /** [|HACK unauthorized callers get in|] */
                void M()
                {
                    /*
                     * [|XXX the secret is in the source|]
                     */
                    // [|BUG the quota|]
                    // of any user can be read
                }
                // [|LATER: 🔒 permissions 権限|]
            }
            """,
            Setting.Default with { DocumentationMode = mode });

    [Theory]
    [MemberData(nameof(Modes))]
    [Clause(RuleIds.SecurityTodo, "comment-kinds", Verdict.IsSilent)]
    public Task EveryKindOfComment_IsSilent(DocumentationMode mode) =>
        Verify<SecurityTodoAnalyzer>.IsSilentAsync(
            """
            /// <summary>TODO: describe <see cref="C"/></summary>
            /// <remarks>
            /// <code>
            /// // TODO: encrypt the password
            /// </code>
            /// The password is encrypted.
            /// </remarks>
            class C // authentication is done by the gateway
            {
                /** HACK slow */
                void M()
                {
                    /*
                     * XXX the text is in the source
                     *
                     * The password is not.
                     */
                    // no permission is needed, TODO or not
                }
            }
            """,
            Setting.Default with { DocumentationMode = mode });

    [Theory]
    [InlineData("#if NEVER\n// [|TODO: encrypt the file|]\n#endif")]
    [InlineData("#if NEVER\nint x; /* one\n [|TODO: encrypt the file|] */\n#elif ALSO_NEVER\n/// [|TODO: permissions|]\n#else\n#endif")]
    [InlineData("void M() {\n#if NEVER\n  if (x) { // [|TODO: encrypt the file|]\n#endif\n}")]
    [Clause(RuleIds.SecurityTodo, "inactive", Verdict.Reports)]
    public Task InactiveRegionWithTheOption_Reports(string code) =>
        Verify<SecurityTodoAnalyzer>.ReportsAsync($"class C\n{{\n{code}\n}}", Setting.Default with { Options = "security_review.todo.inactive_regions = true" });

    [Theory]
    [InlineData("#if NEVER\n// TODO: encrypt the file\n#endif", "")]
    [InlineData("#if NEVER\nstring s = \"// TODO: encrypt the file\";\n#endif", "security_review.todo.inactive_regions = true")]
    [Clause(RuleIds.SecurityTodo, "inactive", Verdict.IsSilent)]
    public Task InactiveRegion_IsSilent(string code, string options) =>
        Verify<SecurityTodoAnalyzer>.IsSilentAsync($"class C\n{{\n{code}\n}}", Setting.Default with { Options = options });

    [Fact]
    public Task IdenticalTexts_AreOneFindingPerVerdict() =>
        Verify<SecurityTodoAnalyzer>.ReportsAsync(
            """
            using System.Security.Cryptography;
            class C
            {
                // TODO: longer tokens
                int x;
                byte[] M()
                {
                    // {|#0:TODO: longer tokens|}
                    return RandomNumberGenerator.GetBytes(1);
                }
                byte[] N()
                {
                    // {|#1:TODO: longer tokens|}
                    return RandomNumberGenerator.GetBytes(1);
                }
            }
            """,
            new DiagnosticResult(Descriptors.SecurityTodo).WithLocation(0).WithLocation(1).WithMessage(
                "TODO 'longer tokens' is about security ('tokens') and has no ticket (2 times in this file); name the one that tracks it, or do it now"));

    [Theory]
    [InlineData("class C { void M( { // [|TODO: encrypt|]\n")]
    [InlineData("class C : Microsoft.AspNetCore.Mvc.ControllerBase { public int Get( { return 1; // [|TODO: encrypt|]\n")]
    [InlineData("/* [|TODO: passwords")]
    public Task HalfTypedCode_Reports(string code) =>
        Verify<SecurityTodoAnalyzer>.ReportsAsync(code.EndsWith('\n') ? code : code + "|]", Setting.Default with { Broken = true });

    [Theory]
    [InlineData("class C : Microsoft.AspNetCore.Mvc.ControllerBase { public int Get( { return 1; // TODO: token\n")]
    [InlineData("// TODO: token")]
    [InlineData("/* TODO: token")]
    [InlineData("app.MapGet(\"/\", ( => { // TODO: token")]
    public Task HalfTypedCode_Runs(string code) => Verify<SecurityTodoAnalyzer>.RunsAsync(code);

    private static Task ReportsAsync(string todo, string options = "") =>
        Verify<SecurityTodoAnalyzer>.ReportsAsync($"class C\n{{\n// [|{todo}|]\n}}", Setting.Default with { Options = options });

    private static Task IsSilentAsync(string todo, string options = "") =>
        Verify<SecurityTodoAnalyzer>.IsSilentAsync($"class C\n{{\n// {todo}\n}}", Setting.Default with { Options = options });
}
