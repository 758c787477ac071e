using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.ExceptionHandling;
using static SecurityReview.Analyzers.Tests.ExceptionHandling.SecretCode;
using ExceptionFixAll = SecurityReview.Analyzers.Tests.Verifiers.NullKeyFixAll<SecurityReview.Analyzers.ExceptionHandling.SecretInExceptionAnalyzer, SecurityReview.CodeFixes.ExceptionHandling.SecretInExceptionFixer>;
using LogFixAll = SecurityReview.Analyzers.Tests.Verifiers.NullKeyFixAll<SecurityReview.Analyzers.ExceptionHandling.SecretLoggedAnalyzer, SecurityReview.CodeFixes.ExceptionHandling.SecretLoggedFixer>;
using VerifyException = SecurityReview.Analyzers.Tests.Verifiers.VerifyFix<SecurityReview.Analyzers.ExceptionHandling.SecretInExceptionAnalyzer, SecurityReview.CodeFixes.ExceptionHandling.SecretInExceptionFixer>;
using VerifyLog = SecurityReview.Analyzers.Tests.Verifiers.VerifyFix<SecurityReview.Analyzers.ExceptionHandling.SecretLoggedAnalyzer, SecurityReview.CodeFixes.ExceptionHandling.SecretLoggedFixer>;

namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

/// <summary>What stays of a text without its secret.</summary>
public class SecretFixerTests
{
    [Theory]
    [InlineData("logger.LogInformation(\"User {Name} with password {Password} signed in\", name, [|password|]); // done", "logger.LogInformation(\"User {Name} signed in\", name); // done")]
    [InlineData("logger.LogError(new Exception(), \"Key '{Key}' of {Name}\", [|user.ApiKey|], name);", "logger.LogError(new Exception(), \"of {Name}\", name);")]
    [InlineData("logger.LogInformation(\"{Name}, password={Password}\", name, [|password|]);", "logger.LogInformation(\"{Name}\", name);")]
    [InlineData("serilog.Information(\"Signed in: {@User}\", [|user|]);", "serilog.Information(\"Signed in\");")]
    [InlineData("nlog.Error(new Exception(), \"No {Password} for {Name}\", [|password|], name);", "nlog.Error(new Exception(), \"No for {Name}\", name);")]
    [InlineData("logger.LogInformation([|$\"User {name}, password: {password}\"|]);", "logger.LogInformation($\"User {name}\");")]
    [InlineData("logger.LogInformation([|$\"The password is {password}.\"|]);", "logger.LogInformation(\"The password is.\");")]
    [InlineData("Console.WriteLine([|\"Secret: \" + password + \" of \" + name|]);", null)]
    [InlineData("Console.WriteLine([|\"Signed in with \" + password + \" as \" + name|]);", "Console.WriteLine(\"Signed in with\" + \" as \" + name);")]
    public Task LogEntry_LosesTheSecret(string statement, string? repaired) =>
        repaired is null ? VerifyLog.OffersNothingAsync(Method(statement)) : VerifyLog.RepairsAsync(Method(statement), Method(repaired));

    [Theory]
    [InlineData("Console.WriteLine([|password|]);")]
    [InlineData("Console.WriteLine(\"{0}\", [|password|]);")]
    [InlineData("logger.LogInformation(\"{Password}\", [|password|]);")]
    [InlineData("logger.LogInformation(\"{A} {B}\", [|password|]);")]
    [InlineData("logger.LogInformation([|$\"{password}\"|]);")]
    public Task EntryThatIsNothingElse_IsLeft(string statement) => VerifyLog.OffersNothingAsync(Method(statement));

    [Fact]
    public Task FixAllOfLogsWithoutAKey_RepairsWhatCanBe() =>
        LogFixAll.RepairsAsync(
            Method("Console.WriteLine(password); logger.LogInformation(\"Old {Password} for {Name}\", password, name);"),
            Method("Console.WriteLine(password); logger.LogInformation(\"Old for {Name}\", name);"));

    [Theory]
    [InlineData("throw new InvalidOperationException([|$\"Wrong password {password}\"|]);", "throw new InvalidOperationException(\"Wrong\");")]
    [InlineData("throw new InvalidOperationException([|$\"{name} sent {password}!\"|]); // no", "throw new InvalidOperationException($\"{name} sent!\"); // no")]
    [InlineData("throw new InvalidOperationException([|\"No server at \" + user.Password|]);", "throw new InvalidOperationException(\"No server at\");")]
    public Task Message_LosesTheSecret(string statement, string repaired) => VerifyException.RepairsAsync(Method(statement), Method(repaired));

    [Theory]
    [InlineData("throw new InvalidOperationException([|password|]);")]
    [InlineData("throw new ArgumentOutOfRangeException(nameof(password), [|password|], \"No\");")]
    public Task MessageThatIsNothingElse_IsLeft(string statement) => VerifyException.OffersNothingAsync(Method(statement));

    [Fact]
    public Task FixAllWithoutAKey_RepairsWhatCanBe() =>
        ExceptionFixAll.RepairsAsync(
            Method("if (name.Length > 3) throw new InvalidOperationException(password); throw new InvalidOperationException($\"No {password} here\");"),
            Method("if (name.Length > 3) throw new InvalidOperationException(password); throw new InvalidOperationException(\"No here\");"));

    [Fact]
    public Task LineEndingsOfTheFile_AreKept() =>
        VerifyLog.RepairsAsync(
            Method("logger.LogInformation(\"Password {Password} of {Name}\", [|password|], name);").ReplaceLineEndings("\r\n"),
            Method("logger.LogInformation(\"of {Name}\", name);").ReplaceLineEndings("\r\n"));

    [Fact]
    public async Task HalfTypedCode_DoesNotThrow()
    {
        const string Source = "class C { void M(string password) { System.Console.WriteLine($\"{password ; throw new System.Exception(\"x\" + ; logger.LogInformation(\"{A\", password; } }";
        await HalfTypedCode.PlansAsync<SecretLoggedFixer>(Source, RuleIds.SecretLogged, new Setting { Broken = true });
        await HalfTypedCode.PlansAsync<SecretInExceptionFixer>(Source, RuleIds.SecretInException, new Setting { Broken = true });
    }
}
