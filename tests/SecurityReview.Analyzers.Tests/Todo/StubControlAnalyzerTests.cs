using Microsoft.CodeAnalysis.Testing;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.Analyzers.Todo.Controls;

namespace SecurityReview.Analyzers.Tests.Todo;

/// <summary>Methods and callbacks that say yes to everybody.</summary>
public class StubControlAnalyzerTests
{
    [Theory]
    [InlineData("public bool [|CanEdit|](User user, int id) => true;")]
    [InlineData("public static bool [|CanEdit|](User user) { return true; }")]
    [InlineData("public bool [|IsOwner|](int id) { /* later */ return true; }")]
    [InlineData("public Task<bool> [|HasPermissionAsync|](string name) => Task.FromResult(true);")]
    [InlineData("public async Task<bool> [|CheckAccessAsync|](string name) { await Task.CompletedTask; return true; }")]
    [InlineData("public ValueTask<bool> [|ValidateTokenAsync|](string token) => new(true);")]
    [InlineData("public ValueTask<bool> [|ValidateTokenAsync|](string token) => ValueTask.FromResult(true);")]
    [InlineData("public ValueTask<bool> [|ValidateTokenAsync|](string token) { return new ValueTask<bool>(true); }")]
    [InlineData("public bool [|VerifyPassword|](string password) { System.Console.WriteLine(\"later\"); return true; }")]
    [InlineData("public bool [|VerifySignature|](byte[] data, byte[] signature) { _ = data; return true; }")]
    [InlineData("public bool [|IsTokenValid|](string token) => (true);")]
    [InlineData("public bool [|IsInRole|](string role) => true;")]
    [InlineData("public bool [|Authorize|](ClaimsPrincipal principal) => true;")]
    [InlineData("public int M(string token) { return Check() ? 1 : 0; bool Check() => Verify(token); bool [|Verify|](string token) => true; }")]
    [InlineData("bool IRules.[|CanRead|](User user) => true;")]
    [Clause(RuleIds.DisabledControl, "decision", Verdict.Reports)]
    public Task DecisionMethodThatSaysYes_Reports(string method) => ReportsAsync(method);

    [Theory]
    [InlineData("public bool CanEdit(User user) => user != null;")]
    [InlineData("public bool CanEdit(User user) { if (user == null) return false; return true; }")]
    [InlineData("public bool CanEdit(User user) => false;")]
    [InlineData("public bool CanEdit(User user) => throw new System.NotImplementedException();")]
    [InlineData("public bool CanEdit(User user) { user.Check(); return true; }")]
    [InlineData("public bool CanExecute(object parameter) => true;")]
    [InlineData("public bool CanRetry(int count) => true;")]
    [InlineData("public bool CanConvert(System.Type type) => true;")]
    [InlineData("public bool IsDisposed() => true;")]
    [InlineData("public bool IsFileLocked(string path) => true;")]
    [InlineData("public bool HasAvatar(User user) => true;")]
    [InlineData("public bool IsActive(User user) => true;")]
    [InlineData("public bool CanCancel(System.Threading.CancellationToken token) => true;")]
    [InlineData("public bool CanVisit(SyntaxToken token) => true;")]
    [InlineData("public bool Delete(User user) => true;")]
    [InlineData("public bool IsAuthenticated => true;")]
    [InlineData("public virtual bool CanEdit(User user) => true;")]
    [InlineData("public int CheckUser(User user) => 1;")]
    [InlineData("public bool Equals(User user) => true;")]
    [Clause(RuleIds.DisabledControl, "decision", Verdict.IsSilent)]
    public Task OtherMethod_IsSilent(string method) => IsSilentAsync(method);

    [Fact]
    [Clause(RuleIds.DisabledControl, "decision", Verdict.Reports)]
    public Task MethodOfAGuardian_Reports() =>
        Verify<DisabledControlAnalyzer>.ReportsAsync(
            """
            using Microsoft.AspNetCore.Identity;
            public interface IAccessPolicy { bool CanEdit(int id); }
            public class AccessPolicy : IAccessPolicy { public bool [|CanEdit|](int id) => true; }
            public class PermissionService { public bool [|Check|](string name) { return true; } }
            public class Hasher : IPasswordHasher<object>
            {
                public string HashPassword(object user, string password) => password;
                public PasswordVerificationResult [|VerifyHashedPassword|](object user, string hashed, string provided) => PasswordVerificationResult.Success;
            }
            """);

    [Fact]
    [Clause(RuleIds.DisabledControl, "decision", Verdict.IsSilent)]
    public Task MethodOfOtherTypes_IsSilent() =>
        Verify<DisabledControlAnalyzer>.IsSilentAsync(
            """
            using System;
            using System.Text.Json;
            using System.Text.Json.Serialization;
            public class User { }
            public interface IAccessPolicy { bool CanEdit(int id); bool CanRead(int id) => true; }
            public class AllowAllAccessPolicy : IAccessPolicy { public bool CanEdit(int id) => true; }
            public class NullPermissionService { public bool Check(string name) { return true; } }
            public abstract class Rule { public abstract bool CanEdit(User user); }
            public class AdminRule : Rule { public override bool CanEdit(User user) => true; }
            public class GuestRule : Rule { public override bool CanEdit(User user) => user == null; }
            public class PermissionConverter : JsonConverter<User>
            {
                public override bool CanConvert(Type type) => true;
                public override User Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new();
                public override void Write(Utf8JsonWriter writer, User value, JsonSerializerOptions options) { }
            }
            public class UserRepository { public bool CanConnect() => true; }
            public class Lexer { public bool IsToken(string token) => true; public bool Check(Token token) => true; }
            public class Token { }
            """);

    [Theory]
    [InlineData("{ context.Succeed(requirement); return Task.CompletedTask; }")]
    [InlineData("{\n// TODO\ncontext.Succeed(requirement);\nreturn Task.CompletedTask;\n}")]
    [Clause(RuleIds.DisabledControl, "handler", Verdict.Reports)]
    public Task HandlerThatSucceeds_Reports(string body) =>
        Verify<DisabledControlAnalyzer>.ReportsAsync(Handler($"protected override Task [|HandleRequirementAsync|](AuthorizationHandlerContext context, Editor requirement) {body}"));

    [Theory]
    [InlineData("protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Editor requirement) { if (context.User != null) context.Succeed(requirement); return Task.CompletedTask; }")]
    [InlineData("protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Editor requirement) => Task.CompletedTask;")]
    [InlineData("protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Editor requirement) { context.Fail(); return Task.CompletedTask; }")]
    [InlineData("protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Editor requirement) { if (context.User == null) return Task.CompletedTask; context.Succeed(requirement); return Task.CompletedTask; }")]
    [Clause(RuleIds.DisabledControl, "handler", Verdict.IsSilent)]
    public Task HandlerThatDecides_IsSilent(string method) => Verify<DisabledControlAnalyzer>.IsSilentAsync(Handler(method));

    [Fact]
    [Clause(RuleIds.DisabledControl, "handler", Verdict.Reports)]
    public Task OtherHandlers_Report() =>
        Verify<DisabledControlAnalyzer>.ReportsAsync(
            """
            using System.Collections.Generic;
            using System.Security.Claims;
            using System.Threading.Tasks;
            using Microsoft.AspNetCore.Authorization;
            public class Everybody : IAuthorizationHandler
            {
                public async Task [|HandleAsync|](AuthorizationHandlerContext context)
                {
                    await Task.CompletedTask;
                    foreach (var requirement in context.PendingRequirements)
                        context.Succeed(requirement);
                }
            }
            public class Service : IAuthorizationService
            {
                public Task<AuthorizationResult> [|AuthorizeAsync|](ClaimsPrincipal user, object? resource, IEnumerable<IAuthorizationRequirement> requirements) => Task.FromResult(AuthorizationResult.Success());
                public Task<AuthorizationResult> AuthorizeAsync(ClaimsPrincipal user, object? resource, string name) => Task.FromResult(AuthorizationResult.Failed());
            }
            """);

    [Theory]
    [InlineData("new HttpClientHandler { ServerCertificateCustomValidationCallback = [|(request, certificate, chain, errors) => true|] }")]
    [InlineData("new HttpClientHandler { ServerCertificateCustomValidationCallback = [|delegate { return true; }|] }")]
    [InlineData("new HttpClientHandler { ServerCertificateCustomValidationCallback = [|(_, _, _, _) => { /* later */ return true; }|] }")]
    [InlineData("new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.[|DangerousAcceptAnyServerCertificateValidator|] }")]
    [InlineData("new SslStream(Stream.Null, false, [|(sender, certificate, chain, errors) => true|])")]
    [InlineData("new SslStream(Stream.Null, false, userCertificateValidationCallback: [|delegate (object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) { return true; }|])")]
    [InlineData("new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = [|(a, b, c, d) => true|] }")]
    [InlineData("new Func<object>(() => new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = [|(a, b, c, d) => true|] })")]
    [Clause(RuleIds.DisabledControl, "certificate", Verdict.Reports)]
    public Task CallbackThatAccepts_Reports(string code) => CertificatesReportAsync(code);

    [Theory]
    [InlineData("new HttpClientHandler { ServerCertificateCustomValidationCallback = (request, certificate, chain, errors) => errors == SslPolicyErrors.None }")]
    [InlineData("new HttpClientHandler { ServerCertificateCustomValidationCallback = (request, certificate, chain, errors) => { if (errors != SslPolicyErrors.None) return false; return true; } }")]
    [InlineData("new HttpClientHandler { ServerCertificateCustomValidationCallback = null }")]
    [InlineData("new SslStream(Stream.Null, false, (sender, certificate, chain, errors) => false)")]
    [InlineData("new Func<int, int, int, int, bool>((a, b, c, d) => true)")]
    [InlineData("new Func<bool>(() => true)")]
    [InlineData("nameof(HttpClientHandler.ClientCertificates)")]
    [Clause(RuleIds.DisabledControl, "certificate", Verdict.IsSilent)]
    public Task OtherCallback_IsSilent(string code) => CertificatesAreSilentAsync(code);

    [Fact]
    [Clause(RuleIds.DisabledControl, "certificate", Verdict.Reports)]
    public Task MethodThatAcceptsCertificates_Reports() =>
        Verify<DisabledControlAnalyzer>.ReportsAsync(
            """
            using System.Net;
            using System.Net.Security;
            using System.Security.Cryptography.X509Certificates;
            public class C
            {
                public C() => ServicePointManager.ServerCertificateValidationCallback += Accept;
                private static bool [|Accept|](object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) => true;
            }
            """);

    [Theory]
    [InlineData("if (environment.IsDevelopment()) handler.ServerCertificateCustomValidationCallback = (a, b, c, d) => true;")]
    [InlineData("if (environment.IsProduction()) return; handler.ServerCertificateCustomValidationCallback = (a, b, c, d) => true;")]
    [InlineData("if (!environment.IsDevelopment()) { throw new System.Exception(); } handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;")]
    [InlineData("handler.ServerCertificateCustomValidationCallback = environment.IsDevelopment() ? (a, b, c, d) => true : null;")]
    [InlineData("if (environment.IsProduction()) { } else { handler.ServerCertificateCustomValidationCallback = (a, b, c, d) => true; }")]
    [InlineData("if (environment.IsDevelopment() && handler != null) handler.ServerCertificateCustomValidationCallback = (a, b, c, d) => true;")]
    [InlineData("var isDevelopment = environment.IsDevelopment(); if (isDevelopment) handler.ServerCertificateCustomValidationCallback = (a, b, c, d) => true;")]
    [InlineData("var local = environment.IsDevelopment(); if (local) { System.Action a = () => handler.ServerCertificateCustomValidationCallback = (a, b, c, d) => true; a(); }")]
    [InlineData("#if DEBUG\nhandler.ServerCertificateCustomValidationCallback = (a, b, c, d) => true;\n#endif")]
    [InlineData("if (settings.IgnoreCertificateErrors) handler.ServerCertificateCustomValidationCallback = (a, b, c, d) => true;")]
    [Clause(RuleIds.DisabledControl, "development", Verdict.IsSilent)]
    public Task CallbackUnderADevelopmentGuard_IsSilent(string code) => Verify<DisabledControlAnalyzer>.IsSilentAsync("#define DEBUG\n" + Guarded(code));

    [Theory]
    [InlineData("if (!environment.IsDevelopment()) handler.ServerCertificateCustomValidationCallback = [|(a, b, c, d) => true|];")]
    [InlineData("if (handler != null) handler.ServerCertificateCustomValidationCallback = [|(a, b, c, d) => true|];")]
    [InlineData("if (environment.IsDevelopment()) { } handler.ServerCertificateCustomValidationCallback = [|(a, b, c, d) => true|];")]
    [InlineData("if (environment.IsDevelopment() || handler != null) handler.ServerCertificateCustomValidationCallback = [|(a, b, c, d) => true|];")]
    [InlineData("handler.ServerCertificateCustomValidationCallback = environment.IsDevelopment() ? null : [|(a, b, c, d) => true|];")]
    [Clause(RuleIds.DisabledControl, "development", Verdict.Reports)]
    public Task CallbackUnderAnotherGuard_Reports(string code) => Verify<DisabledControlAnalyzer>.ReportsAsync(Guarded(code));

    [Theory]
    [InlineData("if (app.Environment.IsDevelopment()) services.AddSingleton<IAuthorizationHandler, Handler>();", true)]
    [InlineData("services.AddSingleton<IAuthorizationHandler, Handler>();", false)]
    [InlineData("if (app.Environment.IsDevelopment()) services.AddSingleton<IAuthorizationHandler, Handler>(); services.AddSingleton<IAuthorizationHandler>(new Handler());", false)]
    [Clause(RuleIds.DisabledControl, "development", Verdict.IsSilent)]
    [Clause(RuleIds.DisabledControl, "development", Verdict.Reports)]
    public Task HandlerRegisteredInDevelopmentOnly_IsSilent(string registration, bool isSilent)
    {
        var name = isSilent ? "HandleRequirementAsync" : "[|HandleRequirementAsync|]";
        var code =
            "using Microsoft.AspNetCore.Builder;\nusing Microsoft.Extensions.DependencyInjection;\nusing Microsoft.Extensions.Hosting;\n" +
            Handler($"protected override Task {name}(AuthorizationHandlerContext context, Editor requirement) {{ context.Succeed(requirement); return Task.CompletedTask; }}") +
            $"\npublic static class Startup {{ public static void Add(WebApplicationBuilder app, IServiceCollection services) {{ {registration} }} }}";
        return isSilent ? Verify<DisabledControlAnalyzer>.IsSilentAsync(code) : Verify<DisabledControlAnalyzer>.ReportsAsync(code);
    }

    [Fact]
    public Task TopLevelStatements_Report() =>
        Verify<DisabledControlAnalyzer>.ReportsAsync(
            """
            using System.Net.Http;
            using var client = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = [|(a, b, c, d) => true|] });
            System.Console.WriteLine(CanEdit("x"));
            static bool [|CanEdit|](string user) => true;
            """,
            Setting.Program);

    [Fact]
    public Task Message_SaysWhatWhereAndRemedy() =>
        Verify<DisabledControlAnalyzer>.ReportsAsync(
            "class C { bool {|#0:CanEdit|}(string user) => true; }",
            new DiagnosticResult(Descriptors.DisabledControl).WithLocation(0).WithMessage("'CanEdit' says yes to everybody; decide, or throw until it does"));

    [Theory]
    [InlineData("class C { bool CanEdit(User user) => true")]
    [InlineData("class C { bool CanEdit( => true; }")]
    [InlineData("class C { bool CanEdit(string user) { return true } }")]
    [InlineData("x.ServerCertificateCustomValidationCallback = (a, b, c, d) => true;")]
    [InlineData("class C : AuthorizationHandler<R> { protected override Task HandleRequirementAsync(X context, R r) { context.Succeed(r); } }")]
    public Task HalfTypedCode_Runs(string code) => Verify<DisabledControlAnalyzer>.RunsAsync(code);

    private static string Handler(string method) =>
        $$"""
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Authorization;
        public class Editor : IAuthorizationRequirement { }
        public class Handler : AuthorizationHandler<Editor>
        {
            {{method}}
        }
        """;

    private static string Guarded(string code) =>
        $$"""
        using System.Net.Http;
        using Microsoft.Extensions.Hosting;
        public class Settings { public bool IgnoreCertificateErrors { get; set; } }
        public class C
        {
            public void M(IHostEnvironment environment, HttpClientHandler handler, Settings settings)
            {
        {{code}}
            }
        }
        """;

    private static string Rules(string method) =>
        $$"""
        using System.Security.Claims;
        using System.Threading.Tasks;
        public class User { public void Check() { } }
        public class SyntaxToken { }
        public interface IRules { bool CanRead(User user); }
        public class Quotas : IRules
        {
            {{method}}
        {{(method.Contains("IRules.", StringComparison.Ordinal) ? "" : "    bool IRules.CanRead(User user) => user != null;")}}
        }
        """;

    private static string Certificates(string code) =>
        $$"""
        using System;
        using System.IO;
        using System.Net.Http;
        using System.Net.Security;
        using System.Security.Cryptography.X509Certificates;
        public class C
        {
            public object M() => {{code}};
        }
        """;

    private static Task ReportsAsync(string method) => Verify<DisabledControlAnalyzer>.ReportsAsync(Rules(method));

    private static Task IsSilentAsync(string method) => Verify<DisabledControlAnalyzer>.IsSilentAsync(Rules(method));

    private static Task CertificatesReportAsync(string code) => Verify<DisabledControlAnalyzer>.ReportsAsync(Certificates(code));

    private static Task CertificatesAreSilentAsync(string code) => Verify<DisabledControlAnalyzer>.IsSilentAsync(Certificates(code));
}
