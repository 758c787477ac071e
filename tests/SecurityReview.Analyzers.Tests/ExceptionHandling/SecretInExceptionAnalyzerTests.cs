using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.ExceptionHandling.SecretCode;
using Verify = SecurityReview.Analyzers.Tests.Verifiers.Verify<SecurityReview.Analyzers.ExceptionHandling.SecretInExceptionAnalyzer>;

namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

/// <summary>Secrets in messages of exceptions.</summary>
public class SecretInExceptionAnalyzerTests
{
    private const string Rule = RuleIds.SecretInException;

    private const string Types = "public class SignInException(string message, string password) : Exception(message) { public string Attempted => password; } public class Note(string message) { public string Text => message; }";

    [Fact]
    [Clause(Rule, "message", Verdict.Reports)]
    public Task Message_Reports() =>
        Verify.ReportsAsync(
            Method("throw new InvalidOperationException({|#0:$\"Wrong password {password}\"|});"),
            new Microsoft.CodeAnalysis.Testing.DiagnosticResult(Descriptors.SecretInException).WithLocation(0)
                .WithMessage("'password' is a secret and becomes part of the exception's message; leave it out"));

    [Theory]
    [InlineData("throw new ArgumentException([|$\"No {user.ApiKey}\"|], nameof(user));")]
    [InlineData("throw new ArgumentOutOfRangeException(nameof(password), [|password|], \"Too short.\");")]
    [InlineData("throw new SignInException([|$\"{password}\"|], name);")]
    [InlineData("Exception problem = new([|password|]); throw problem;")]
    [InlineData("_ = name ?? throw new InvalidOperationException(message: [|\"Key \" + password|]);")]
    [Clause(Rule, "message", Verdict.Reports)]
    public Task MessageInOtherForms_Reports(string statements) => Verify.ReportsAsync(Method(statements, Types));

    [Theory]
    [InlineData("throw new ArgumentException(\"Wrong password\", nameof(password));")]
    [InlineData("throw new ArgumentNullException(nameof(password));")]
    [InlineData("throw new SignInException(\"No\", password);")]
    [InlineData("_ = new Note(password);")]
    [InlineData("throw new InvalidOperationException($\"Wrong password of {name}\");")]
    [Clause(Rule, "message", Verdict.IsSilent)]
    public Task OtherText_IsSilent(string statements) => Verify.IsSilentAsync(Method(statements, Types));

    [Theory]
    [InlineData("throw new InvalidOperationException([|\"Key \" + password + \" of \" + name|]);")]
    [InlineData("throw new InvalidOperationException([|string.Format(\"{0}\", password)|]);")]
    [InlineData("var text = $\"{name}:{password}\"; throw new InvalidOperationException([|text|]);")]
    [InlineData("throw new InvalidOperationException([|configuration[\"Jwt:Secret\"]|]);")]
    [Clause(Rule, "composed", Verdict.Reports)]
    public Task ComposedMessage_Reports(string statements) => Verify.ReportsAsync(Method(statements));

    [Theory]
    [InlineData("var text = $\"{name}:{name}\"; throw new InvalidOperationException(text);")]
    [InlineData("throw new InvalidOperationException(password is null ? \"none\" : \"wrong\");")]
    [Clause(Rule, "composed", Verdict.IsSilent)]
    public Task OtherComposedMessage_IsSilent(string statements) => Verify.IsSilentAsync(Method(statements));

    [Fact]
    [Clause(Rule, "other-token", Verdict.IsSilent)]
    public Task OtherToken_IsSilent() =>
        Verify.IsSilentAsync(Method("var nextToken = name; throw new InvalidOperationException($\"{token} {new SyntaxToken()} {nextToken}\");", "public struct SyntaxToken { }"));

    [Fact]
    [Clause(Rule, "other-token", Verdict.Reports)]
    public Task TokenThatLetsIn_Reports() => Verify.ReportsAsync(Method("var bearerToken = name; throw new InvalidOperationException([|$\"{token} {bearerToken}\"|]);"));

    private const string Redactor = "public abstract class Redactor { public abstract string Redact(string text); }";

    [Fact]
    [Clause(Rule, "clean", Verdict.IsSilent)]
    public Task RedactedText_IsSilent() =>
        Verify.IsSilentAsync(Method("Redactor redactor = null!; var secret = redactor.Redact(password); throw new InvalidOperationException($\"{secret} {redactor.Redact(user.Password)}\");", Redactor));

    [Fact]
    [Clause(Rule, "attribute", Verdict.Reports)]
    public Task ClassifiedMember_Reports() => Verify.ReportsAsync(Method("throw new InvalidOperationException([|$\"{user.Diagnosis}\"|]);", classifies: true));

    [Fact]
    [Clause(Rule, "attribute", Verdict.IsSilent)]
    public Task OtherMember_IsSilent() => Verify.IsSilentAsync(Method("throw new InvalidOperationException($\"{user.Name}\");"));

    [Theory]
    [InlineData("var connectionString = name; throw new InvalidOperationException([|$\"No server at {connectionString}\"|]);")]
    [InlineData("throw new InvalidOperationException([|Encoding.UTF8.GetString(privateKey)|]);")]
    [Clause(Rule, "name", Verdict.Reports)]
    public Task StrongName_Reports(string statements) => Verify.ReportsAsync(Method(statements));

    [Fact]
    [Clause(Rule, "name", Verdict.Reports)]
    public Task ConfiguredName_Reports() =>
        Verify.ReportsAsync(Method("var pinCode = name; throw new InvalidOperationException([|$\"{pinCode}\"|]);"), Setting.Default with { Options = "security_review.secret_names = PinCode" });

    [Theory]
    [InlineData("var pinCode = name; throw new InvalidOperationException($\"{pinCode}\");")]
    [InlineData("throw new InvalidOperationException($\"{token}\");")]
    [Clause(Rule, "name", Verdict.IsSilent)]
    public Task OtherName_IsSilent(string statements) => Verify.IsSilentAsync(Method(statements));

    [Theory]
    [InlineData("var passwordPolicy = name; throw new InvalidOperationException($\"{passwordPolicy}\");")]
    [InlineData("var connectionStringName = name; throw new InvalidOperationException($\"No '{connectionStringName}'\");")]
    [Clause(Rule, "suffix", Verdict.IsSilent)]
    public Task Suffix_IsSilent(string statements) => Verify.IsSilentAsync(Method(statements));

    [Fact]
    [Clause(Rule, "suffix", Verdict.Reports)]
    public Task SuffixOfForm_Reports() => Verify.ReportsAsync(Method("var passwordText = name; throw new InvalidOperationException([|$\"{passwordText}\"|]);"));

    [Theory]
    [InlineData("throw new InvalidOperationException($\"{password.Length}\");")]
    [InlineData("throw new InvalidOperationException($\"{Mask(password)} {user.PasswordHash}\");")]
    [Clause(Rule, "clean", Verdict.IsSilent)]
    public Task CleanValue_IsSilent(string statements) => Verify.IsSilentAsync(Method(statements));

    [Fact]
    [Clause(Rule, "clean", Verdict.Reports)]
    public Task ValueBesideACleanOne_Reports() => Verify.ReportsAsync(Method("throw new InvalidOperationException([|$\"{Mask(password)} {password}\"|]);"));

    [Fact]
    public Task LambdasAndTopLevelStatements_Report() =>
        Verify.ReportsAsync("var password = args[0]; System.Action fail = () => throw new System.Exception([|password|]); fail(); throw new System.Exception([|\"x\" + password|]);", Setting.Program);

    [Fact]
    public Task HalfTypedCode_DoesNotThrow() =>
        Verify.RunsAsync(Method("throw new ArgumentException($\"{password ; throw new ( password ; throw new Exception(\"x\" + ); throw new Foo(message: password"), new Setting { Broken = true });
}
