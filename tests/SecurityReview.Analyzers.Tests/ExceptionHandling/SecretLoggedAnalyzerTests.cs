using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.ExceptionHandling.SecretCode;
using Verify = SecurityReview.Analyzers.Tests.Verifiers.Verify<SecurityReview.Analyzers.ExceptionHandling.SecretLoggedAnalyzer>;

namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

/// <summary>Which secrets are logged, and how.</summary>
public class SecretLoggedAnalyzerTests
{
    private const string Rule = RuleIds.SecretLogged;

    [Fact]
    [Clause(Rule, "extensions", Verdict.Reports)]
    public Task LoggedArgument_Reports() =>
        Verify.ReportsAsync(
            Method("logger.LogInformation(\"{Name} with {Password}\", name, {|#0:user.Password|});"),
            new Microsoft.CodeAnalysis.Testing.DiagnosticResult(Descriptors.SecretLogged).WithLocation(0).WithMessage("'Password' is a secret and is written to the log; leave it out"));

    [Theory]
    [InlineData("logger.LogError(new Exception(), \"{Password}\", [|password|]);")]
    [InlineData("logger.LogDebug(new EventId(3), \"{Password}\", [|password|]);")]
    [InlineData("logger.Log(LogLevel.Warning, \"{Name} {Password}\", name, [|password|]);")]
    [InlineData("logger.LogInformation([|$\"{name} {password}\"|]);")]
    [InlineData("LoggerExtensions.LogInformation(logger, \"{Password}\", [|password|]);")]
    [InlineData("logger.LogInformation(message: \"{Password}\", args: [[|password|]]);")]
    [InlineData("logger.LogInformation(\"{Password}\", new object[] { [|password|] });")]
    [InlineData("Action log = () => logger.LogInformation(\"{Password}\", [|password|]); log();")]
    [InlineData("Log(); void Log() => logger.LogInformation(\"{Password}\", [|password|]);")]
    [Clause(Rule, "extensions", Verdict.Reports)]
    public Task ExtensionsInOtherForms_Report(string statements) => Verify.ReportsAsync(Method(statements));

    [Theory]
    [InlineData("logger.LogInformation(\"{Name} has a password\", name);")]
    [InlineData("Store.LogIn(name, password);")]
    [InlineData("Store.Write(password);")]
    [Clause(Rule, "extensions", Verdict.IsSilent)]
    public Task OtherCall_IsSilent(string statements) =>
        Verify.IsSilentAsync(Method(statements, "public static class Store { public static void LogIn(string name, string password) { } public static void Write(string password) { } }"));

    private const string Defined = """
        public static class Messages
        {
            public static readonly Action<ILogger, string, string, Exception?> SignedIn = LoggerMessage.Define<string, string>(LogLevel.Information, 1, "{Name} {Extra}");
            public static readonly Action<string, string, string> Other = (_, _, _) => { };
        }
        """;

    [Fact]
    [Clause(Rule, "defined", Verdict.Reports)]
    public Task DefinedMessage_Reports() => Verify.ReportsAsync(Method("Messages.SignedIn(logger, name, [|password|], null);", Defined));

    [Fact]
    [Clause(Rule, "defined", Verdict.IsSilent)]
    public Task OtherDelegate_IsSilent() => Verify.IsSilentAsync(Method("Messages.SignedIn(logger, name, user.PasswordHash, null); Messages.Other(name, password, name);", Defined));

    private const string Generated = """
        public static partial class Messages
        {
            [LoggerMessage(1, LogLevel.Information, "{Name} {Extra}")] public static partial void SignedIn(ILogger logger, string name, string extra);
            public static partial void SignedIn(ILogger logger, string name, string extra) { }
            [LoggerMessage(2, LogLevel.Information, "{Name} {Extra}")] public static partial void Redacted(ILogger logger, string name, [Private] string extra);
            public static partial void Redacted(ILogger logger, string name, string extra) { }
            public static partial void Other(ILogger logger, string name, string extra);
            public static partial void Other(ILogger logger, string name, string extra) { }
        }
        """;

    [Fact]
    [Clause(Rule, "generated", Verdict.Reports)]
    public Task GeneratedMethod_Reports() => Verify.ReportsAsync(Method("Messages.SignedIn(logger, name, [|password|]);", Generated));

    [Fact]
    [Clause(Rule, "generated", Verdict.IsSilent)]
    public Task RedactedParameter_IsSilent() => Verify.IsSilentAsync(Method("Messages.Redacted(logger, name, password); Messages.Other(logger, name, password);", Generated, classifies: true));

    [Fact]
    [Clause(Rule, "scope", Verdict.Reports)]
    public Task Scope_Reports() =>
        Verify.ReportsAsync(Method("using (logger.BeginScope(\"{Password}\", [|password|])) using (logger.BeginScope([|$\"{password}\"|])) using (logger.BeginScope([|new Dictionary<string, object> { [\"Name\"] = name, [\"Password\"] = password }|])) using (logger.BeginScope([|new { name, password }|])) using (logger.BeginScope([|(\"Password\", password)|])) { }"));

    [Fact]
    [Clause(Rule, "scope", Verdict.IsSilent)]
    public Task OtherScope_IsSilent() => Verify.IsSilentAsync(Method("using (logger.BeginScope(\"{Name}\", name)) using (logger.BeginScope(new Dictionary<string, object> { [\"Password\"] = name })) using (logger.BeginScope(new { name })) { }"));

    [Theory]
    [InlineData("serilog.Information(\"{Name} {Password}\", name, [|password|]);")]
    [InlineData("serilog.Error(new Exception(), \"{Password}\", [|password|]);")]
    [InlineData("serilog.ForContext(\"Password\", [|password|]).Information(\"x\");")]
    [InlineData("Serilog.Log.Debug(\"{Password}\", [|password|]);")]
    [Clause(Rule, "serilog", Verdict.Reports)]
    public Task Serilog_Reports(string statements) => Verify.ReportsAsync(Method(statements));

    [Theory]
    [InlineData("serilog.Information(\"{Name} {Password}\", name, user.PasswordHash);")]
    [Clause(Rule, "serilog", Verdict.IsSilent)]
    public Task SerilogWithOtherValue_IsSilent(string statements) => Verify.IsSilentAsync(Method(statements));

    [Theory]
    [InlineData("nlog.Info(\"{Password}\", [|password|]);")]
    [InlineData("nlog.Error(new Exception(), [|$\"{password}\"|]);")]
    [Clause(Rule, "nlog", Verdict.Reports)]
    public Task NLog_Reports(string statements) => Verify.ReportsAsync(Method(statements));

    [Theory]
    [InlineData("nlog.Info(\"{Name}\", name);")]
    [Clause(Rule, "nlog", Verdict.IsSilent)]
    public Task NLogWithOtherValue_IsSilent(string statements) => Verify.IsSilentAsync(Method(statements));

    [Theory]
    [InlineData("log4.Info([|\"Password \" + password|]);")]
    [InlineData("log4.WarnFormat(\"{0} {1}\", name, [|password|]);")]
    [Clause(Rule, "log4net", Verdict.Reports)]
    public Task Log4Net_Reports(string statements) => Verify.ReportsAsync(Method(statements));

    [Theory]
    [InlineData("log4.Info(\"Password of \" + name);")]
    [Clause(Rule, "log4net", Verdict.IsSilent)]
    public Task Log4NetWithOtherValue_IsSilent(string statements) => Verify.IsSilentAsync(Method(statements));

    [Theory]
    [InlineData("Console.WriteLine([|password|]);")]
    [InlineData("Console.Error.WriteLine([|$\"{name}: {password}\"|]);")]
    [InlineData("Console.WriteLine(\"{0}\", [|password|]);")]
    [InlineData("Trace.WriteLine([|\"Key \" + user.ApiKey|]);")]
    [InlineData("Trace.TraceInformation(\"{0}\", [|password|]);")]
    [InlineData("Debug.WriteLine([|password|]);")]
    [Clause(Rule, "console", Verdict.Reports)]
    public Task ConsoleAndTrace_Report(string statements) => Verify.ReportsAsync(Method(statements));

    [Theory]
    [InlineData("Console.WriteLine(\"password\");")]
    [InlineData("Console.ReadLine(); new System.IO.StringWriter().WriteLine(password);")]
    [InlineData("Trace.WriteLine(name);")]
    [Clause(Rule, "console", Verdict.IsSilent)]
    public Task OtherText_IsSilent(string statements) => Verify.IsSilentAsync(Method(statements));

    [Fact]
    [Clause(Rule, "activity", Verdict.Reports)]
    public Task ActivityTag_Reports() => Verify.ReportsAsync(Method("activity.SetTag(\"password\", [|password|]); activity.AddBaggage(\"key\", [|user.ApiKey|]);"));

    [Fact]
    [Clause(Rule, "activity", Verdict.IsSilent)]
    public Task OtherTag_IsSilent() => Verify.IsSilentAsync(Method("activity.SetTag(\"name\", name);"));

    [Fact]
    [Clause(Rule, "destructured", Verdict.Reports)]
    public Task DestructuredObject_Reports() => Verify.ReportsAsync(Method("serilog.Information(\"{Name}: {@User}\", name, [|user|]); logger.LogInformation(\"{@User}\", [|user|]);"));

    [Fact]
    [Clause(Rule, "destructured", Verdict.IsSilent)]
    public Task ObjectAsText_IsSilent() =>
        Verify.IsSilentAsync(Method("serilog.Information(\"{@Name}: {User}\", name, user); logger.LogInformation(\"{{@User}} {User}\", user); logger.LogInformation(\"{@Visitor}\", new Visitor());"));

    [Fact]
    [Clause(Rule, "record", Verdict.Reports)]
    public Task RecordAndSerialisedObject_Report() =>
        Verify.ReportsAsync(Method("var login = new Login(name, password); logger.LogInformation(\"{Login}\", [|login|]); logger.LogInformation([|$\"{login}\"|]); logger.LogInformation(\"{User}\", [|JsonSerializer.Serialize(user)|]);"));

    [Fact]
    [Clause(Rule, "record", Verdict.IsSilent)]
    public Task RecordWithItsOwnText_IsSilent() =>
        Verify.IsSilentAsync(Method(
            "logger.LogInformation(\"{Login}\", new Quiet(name, password)); logger.LogInformation(\"{User}\", JsonSerializer.Serialize(new Visitor()));",
            "public record Quiet(string Name, string Password) { public override string ToString() => Name; }"));

    [Fact]
    [Clause(Rule, "attribute", Verdict.Reports)]
    public Task ClassifiedMember_Reports() => Verify.ReportsAsync(Method("logger.LogInformation(\"{Text}\", [|user.Diagnosis|]);", classifies: true));

    [Fact]
    [Clause(Rule, "attribute", Verdict.IsSilent)]
    public Task OtherAttribute_IsSilent() =>
        Verify.IsSilentAsync(Method("logger.LogInformation(\"{Text}\", new Page().Title);", "public class Page { [Obsolete] public string Old { get; set; } = \"\"; [System.ComponentModel.Description(\"private\")] public string Title { get; set; } = \"\"; }"));

    [Theory]
    [InlineData("string newPassword")]
    [InlineData("string passwd")]
    [InlineData("string pwd")]
    [InlineData("string clientSecret")]
    [InlineData("string api_key")]
    [InlineData("string accessKey")]
    [InlineData("byte[] privateKey")]
    [InlineData("ReadOnlyMemory<byte> PrivateKey")]
    [InlineData("string connectionString")]
    [InlineData("string accessToken")]
    [InlineData("string resetToken")]
    [InlineData("string jwt")]
    [InlineData("string cardNumber")]
    [InlineData("string cvv2")]
    [InlineData("string ssn")]
    [InlineData("string passwordConfirmation")]
    [Clause(Rule, "name", Verdict.Reports)]
    public Task StrongName_Reports(string parameter) =>
        Verify.ReportsAsync(Method("", $"class Other {{ void Run(ILogger logger, {parameter}) => logger.LogInformation(\"{{Value}}\", [|{parameter[(parameter.LastIndexOf(' ') + 1)..]}|]); }}"));

    [Theory]
    [InlineData("string pass")]
    [InlineData("string key")]
    [InlineData("string text")]
    [InlineData("int password")]
    [InlineData("bool secret")]
    [InlineData("string publicKey")]
    [InlineData("string invalidPassword")]
    [InlineData("string hashedPassword")]
    [Clause(Rule, "name", Verdict.IsSilent)]
    public Task OtherName_IsSilent(string parameter) =>
        Verify.IsSilentAsync(Method("", $"class Other {{ void Run(ILogger logger, {parameter}) => logger.LogInformation(\"{{Value}}\", {parameter[(parameter.LastIndexOf(' ') + 1)..]}); }}"));

    [Fact]
    [Clause(Rule, "name", Verdict.Reports)]
    public Task ConfiguredName_Reports() =>
        Verify.ReportsAsync(Method("var userPinCode = name; logger.LogInformation(\"{Pin}\", [|userPinCode|]);"), Setting.Default with { Options = "security_review.secret_names = PinCode" });

    [Theory]
    [InlineData("Name")]
    [InlineData("Id")]
    [InlineData("Count")]
    [InlineData("Type")]
    [InlineData("File")]
    [InlineData("Path")]
    [InlineData("Version")]
    [InlineData("Policy")]
    [InlineData("Length")]
    [InlineData("Expiry")]
    [InlineData("Lifetime")]
    [InlineData("Enabled")]
    [InlineData("Provider")]
    [InlineData("Options")]
    [InlineData("Hint")]
    [Clause(Rule, "suffix", Verdict.IsSilent)]
    public Task Suffix_IsSilent(string suffix) =>
        Verify.IsSilentAsync(Method("", $"class Other {{ void Run(ILogger logger, string password{suffix}, string apiKey{suffix}) => logger.LogInformation(\"{{A}} {{B}}\", password{suffix}, apiKey{suffix}); }}"));

    [Theory]
    [InlineData("Value")]
    [InlineData("Text")]
    [InlineData("Plain")]
    [InlineData("2")]
    [Clause(Rule, "suffix", Verdict.Reports)]
    public Task SuffixOfForm_Reports(string suffix) =>
        Verify.ReportsAsync(Method("", $"class Other {{ void Run(ILogger logger, string password{suffix}) => logger.LogInformation(\"{{A}}\", [|password{suffix}|]); }}"));

    [Fact]
    [Clause(Rule, "other-token", Verdict.IsSilent)]
    public Task OtherToken_IsSilent() =>
        Verify.IsSilentAsync(Method("logger.LogInformation(\"{Token} {Kind} {Next}\", token, new SyntaxToken(), name); string nextToken = name; logger.LogInformation(\"{Next}\", nextToken);", "public struct SyntaxToken { }"));

    [Fact]
    [Clause(Rule, "other-token", Verdict.Reports)]
    public Task TokenThatLetsIn_Reports() => Verify.ReportsAsync(Method("var refreshToken = name; logger.LogInformation(\"{Token}\", [|refreshToken|]);"));

    [Theory]
    [InlineData("logger.LogInformation([|\"Password: \" + password + \".\"|]);")]
    [InlineData("logger.LogInformation([|string.Format(\"{0}\", password)|]);")]
    [InlineData("logger.LogInformation([|string.Join(\", \", name, password)|]);")]
    [InlineData("var text = $\"{name}:{password}\"; logger.LogInformation(\"{Text}\", [|text|]);")]
    [InlineData("logger.LogInformation(\"{Key}\", [|Convert.ToBase64String(privateKey)|]);")]
    [InlineData("logger.LogInformation(\"{Key}\", [|user.ApiKey ?? \"none\"|]);")]
    [InlineData("logger.LogInformation(\"{Key}\", [|password.Trim()|]);")]
    [InlineData("logger.LogInformation(\"{Key}\", [|user?.Password|]);")]
    [Clause(Rule, "composed", Verdict.Reports)]
    public Task ComposedText_Reports(string statements) => Verify.ReportsAsync(Method(statements));

    [Theory]
    [InlineData("var text = $\"{name}:{user.Name}\"; logger.LogInformation(\"{Text}\", text);")]
    [InlineData("logger.LogInformation(\"{Key}\", password is null ? \"none\" : \"given\");")]
    [InlineData("logger.LogInformation($\"{nameof(password)} of {name}\");")]
    [Clause(Rule, "composed", Verdict.IsSilent)]
    public Task OtherComposedText_IsSilent(string statements) => Verify.IsSilentAsync(Method(statements));

    [Theory]
    [InlineData("logger.LogInformation(\"{Length} {Given}\", password.Length, string.IsNullOrEmpty(password));")]
    [InlineData("logger.LogInformation(\"{Same} {Hash} {Code}\", password == name, user.PasswordHash, password.GetHashCode());")]
    [InlineData("logger.LogInformation(\"{Password}\", Mask(password));")]
    [InlineData("logger.LogInformation(\"{Password}\", Shorten(password));")]
    [InlineData("var secret = Mask(password); logger.LogInformation(\"{Password}\", secret);")]
    [Clause(Rule, "clean", Verdict.IsSilent)]
    public Task CleanValue_IsSilent(string statements) => Verify.IsSilentAsync(Method(statements));

    [Theory]
    [InlineData("var secret = Shorten(password); logger.LogInformation(\"{Password}\", [|secret|]);")]
    [InlineData("var secret = Console.ReadLine(); logger.LogInformation(\"{Password}\", [|secret|]);")]
    [Clause(Rule, "clean", Verdict.Reports)]
    public Task OtherCallInASecret_Reports(string statements) => Verify.ReportsAsync(Method(statements));

    [Theory]
    [InlineData("logger.LogInformation(\"{Key}\", [|configuration[\"Jwt:Secret\"]|]);")]
    [InlineData("logger.LogInformation(\"{Key}\", [|configuration.GetConnectionString(\"shop\")|]);")]
    [InlineData("logger.LogInformation(\"{Key}\", [|configuration.GetValue<string>(\"Mail:Password\")|]);")]
    [InlineData("logger.LogInformation(\"{Key}\", [|request.Headers[\"X-Api-Key\"]|]);")]
    [InlineData("logger.LogInformation(\"{Key}\", [|request.Headers[\"Authorization\"]|]);")]
    [InlineData("logger.LogInformation($\"{name}\"); logger.LogInformation([|$\"{request.Headers.Authorization}\"|]);")]
    [InlineData("logger.LogInformation(\"{Key}\", [|Environment.GetEnvironmentVariable(\"DB_PASSWORD\")|]);")]
    [Clause(Rule, "key", Verdict.Reports)]
    public Task ValueUnderSuchAKey_Reports(string statements) => Verify.ReportsAsync(Method(statements));

    [Theory]
    [InlineData("logger.LogInformation(\"{Key}\", configuration[\"Jwt:Issuer\"]);")]
    [InlineData("logger.LogInformation(\"{Key}\", configuration.GetValue<int>(\"Mail:Password\"));")]
    [InlineData("logger.LogInformation(\"{Key}\", request.Headers[\"X-Request-Id\"]);")]
    [Clause(Rule, "key", Verdict.IsSilent)]
    public Task ValueUnderAnotherKey_IsSilent(string statements) => Verify.IsSilentAsync(Method(statements));

    [Fact]
    public Task TopLevelStatements_Report() => Verify.ReportsAsync("var password = args[0]; System.Console.WriteLine([|password|]);", Setting.Program);

    [Fact]
    public Task HalfTypedCode_DoesNotThrow() =>
        Verify.RunsAsync(Method("logger.LogInformation( ; logger.LogInformation(\"{@Us\", user; Console.WriteLine($\"{password); var secret = secret; Console.WriteLine(secret); logger.BeginScope(password"), new Setting { Broken = true });
}
