using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.ExceptionHandling.CatchCode;
using Verify = SecurityReview.Analyzers.Tests.Verifiers.Verify<SecurityReview.Analyzers.ExceptionHandling.SwallowedExceptionAnalyzer>;

namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

/// <summary>Which catches swallow.</summary>
public class SwallowedExceptionAnalyzerTests
{
    private const string Rule = RuleIds.SwallowedException;

    [Fact]
    [Clause(Rule, "any", Verdict.Reports)]
    public Task EmptyCatch_Reports() =>
        Verify.ReportsAsync(
            Method("void Run()", "try { Work(); } {|#0:catch|} { }"),
            Expect(0, "This catch swallows every exception: nothing logs it, passes it on or answers with it; log it with the logger or rethrow it"));

    [Theory]
    [InlineData("catch { }")]
    [InlineData("catch (Exception) { }")]
    [Clause(Rule, "empty", Verdict.Reports)]
    public Task NothingInTheBlock_Reports(string clause) =>
        Verify.ReportsAsync(Method("void Run()", $"try {{ Work(); }} {clause.Replace("catch", "[|catch|]", StringComparison.Ordinal)}"));

    [Theory]
    [InlineData("catch (Exception) { Environment.FailFast(\"gone\"); }")]
    [InlineData("catch (Exception) { Work(); throw; }")]
    [Clause(Rule, "empty", Verdict.IsSilent)]
    public Task SomethingInTheBlock_IsSilent(string clause) => Verify.IsSilentAsync(Method("void Run()", $"try {{ Work(); }} {clause}"));

    [Theory]
    [InlineData("catch (Exception ex) { Console.WriteLine(ex.Message); }")]
    [InlineData("catch (Exception ex) { failures.Add(ex); }")]
    [InlineData("catch (Exception ex) { last = ex; }")]
    [Clause(Rule, "uses", Verdict.IsSilent)]
    public Task CatchThatUsesTheException_IsSilent(string clause) =>
        Verify.IsSilentAsync(Method("void Run(List<Exception> failures)", $"Exception? last = null; try {{ Work(); }} {clause} Console.WriteLine(last);"));

    [Theory]
    [InlineData("void Run()", "catch (Exception) { return; }")]
    [InlineData("void Run()", "catch (Exception ex) { return; }")]
    [InlineData("string? Run()", "catch (Exception) { return null; }")]
    [InlineData("string Run()", "catch (Exception) { return \"\"; }")]
    [InlineData("string Run()", "catch (Exception) { return string.Empty; }")]
    [InlineData("int Run()", "catch (Exception) { return 0; }")]
    [InlineData("int Run()", "catch (Exception) { return default; }")]
    [InlineData("bool Save()", "catch (Exception) { return false; }")]
    [InlineData("bool Save()", "catch (Exception) { return true; }")]
    [InlineData("List<string> Run()", "catch (Exception) { return new List<string>(); }")]
    [InlineData("List<string> Run()", "catch (Exception) { return new(); }")]
    [InlineData("List<string> Run()", "catch (Exception) { return []; }")]
    [InlineData("string[] Run()", "catch (Exception) { return Array.Empty<string>(); }")]
    [InlineData("string[] Run()", "catch (Exception) { return new string[0]; }")]
    [InlineData("IEnumerable<string> Run()", "catch (Exception) { return Enumerable.Empty<string>(); }")]
    [Clause(Rule, "neutral", Verdict.Reports)]
    public Task EmptyAnswer_Reports(string signature, string clause) => ReportsAnswerAsync(signature, clause);

    [Theory]
    [InlineData("Task Run()", "catch (Exception) { return Task.CompletedTask; }")]
    [InlineData("Task<string?> Run()", "catch (Exception) { return Task.FromResult<string?>(null); }")]
    [InlineData("ValueTask<int> Run()", "catch (Exception) { return new ValueTask<int>(0); }")]
    [InlineData("IResult Run()", "catch (Exception) { return Results.Ok(); }")]
    [InlineData("IResult Run()", "catch (Exception) { return TypedResults.NoContent(); }")]
    [Clause(Rule, "result", Verdict.Reports)]
    public Task ResultThatSaysNothing_Reports(string signature, string clause) => ReportsAnswerAsync(signature, clause);

    [Theory]
    [InlineData("int? Run()", "catch (Exception) { if (_text.Length > 3) return null; return 0; }")]
    [InlineData("string? Run()", "catch (Exception) { _text = \"\"; return null; }")]
    [Clause(Rule, "uses", Verdict.Reports)]
    public Task CatchThatDoesNotNameTheException_Reports(string signature, string clause) => ReportsAnswerAsync(signature, clause);

    [Theory]
    [InlineData("catch { continue; }")]
    [InlineData("catch { break; }")]
    [InlineData("catch { ; }")]
    [Clause(Rule, "neutral", Verdict.Reports)]
    public Task CatchInALoop_Reports(string clause) =>
        Verify.ReportsAsync(Method("void Run()", $"foreach (var item in new[] {{ 1, 2 }}) {{ try {{ Work(item); }} {clause.Replace("catch", "[|catch|]", StringComparison.Ordinal)} }}"));

    [Theory]
    [InlineData("Answer Run()", "catch (Exception) { return Answer.Failed(\"no\"); }")]
    [InlineData("Answer Run()", "catch (Exception) { return new Answer(); }")]
    [InlineData("(bool, string?) Run()", "catch (Exception) { return (false, null); }")]
    [InlineData("IResult Run()", "catch (Exception) { return Results.Problem(); }")]
    [InlineData("IResult Run()", "catch (Exception) { return Results.StatusCode(500); }")]
    [Clause(Rule, "result", Verdict.IsSilent)]
    public Task FailureAsAResult_IsSilent(string signature, string clause) =>
        Verify.IsSilentAsync(Method(signature, $"try {{ Work(); throw new NotSupportedException(); }} {clause}"));

    [Theory]
    [InlineData("int Run()", "catch (Exception) { return -1; }")]
    [InlineData("int Run()", "catch (Exception) { return _fallback; }")]
    [InlineData("string Run()", "catch (Exception) { return \"n/a\"; }")]
    [InlineData("bool Save()", "catch (Exception) { _failed = true; return false; }")]
    [InlineData("int Run()", "catch (Exception) { _fallback++; return 0; }")]
    [InlineData("int Run()", "catch (Exception) { Environment.Exit(3); return 0; }")]
    [Clause(Rule, "neutral", Verdict.IsSilent)]
    public Task AnswerThatStandsOut_IsSilent(string signature, string clause) =>
        Verify.IsSilentAsync(Method(signature, $"try {{ Work(); throw new NotSupportedException(); }} {clause}"));

    [Theory]
    [InlineData("_logger.LogError(ex, \"Failed\");")]
    [InlineData("_logger.LogWarning(\"Failed\");")]
    [InlineData("Console.Error.WriteLine(\"failed\");")]
    [InlineData("System.Diagnostics.Trace.TraceError(\"failed\");")]
    [InlineData("Report(\"failed\");")]
    [Clause(Rule, "logs", Verdict.IsSilent)]
    public Task LoggedException_IsSilent(string statement) =>
        Verify.IsSilentAsync(Method("void Run()", $"try {{ Work(); }} catch (Exception ex) {{ {statement} }}"));

    [Fact]
    [Clause(Rule, "logs", Verdict.Reports)]
    public Task LoggingBesideTheCatch_Reports() =>
        Verify.ReportsAsync(Method("void Run()", "_logger.LogInformation(\"Start\"); try { Work(); } [|catch|] (Exception) { } _logger.LogInformation(\"End\");"));

    [Theory]
    [InlineData("throw;")]
    [InlineData("throw new InvalidOperationException(\"No\", ex);")]
    [InlineData("throw new InvalidOperationException(\"No\");")]
    [InlineData("if (_fallback > 3) throw;")]
    [InlineData("ExceptionDispatchInfo.Capture(ex).Throw();")]
    [Clause(Rule, "wraps", Verdict.IsSilent)]
    public Task RethrownException_IsSilent(string statement) =>
        Verify.IsSilentAsync(Method("void Run()", $"try {{ Work(); }} catch (Exception ex) {{ {statement} }}"));

    [Fact]
    [Clause(Rule, "wraps", Verdict.Reports)]
    public Task OtherCatchThatRethrows_Reports() =>
        Verify.ReportsAsync(Method("void Run()", "try { Work(); } catch (FormatException) { throw; } [|catch|] (Exception) { }"));

    [Theory]
    [InlineData("System.Security.SecurityException")]
    [InlineData("UnauthorizedAccessException")]
    [InlineData("System.Security.Cryptography.CryptographicException")]
    [Clause(Rule, "security", Verdict.Reports)]
    public Task SecurityException_Reports(string type) => ReportsOfAsync(type);

    [Theory]
    [InlineData("Microsoft.Data.SqlClient.SqlException")]
    [InlineData("Npgsql.PostgresException")]
    [InlineData("System.Data.Common.DbException")]
    [InlineData("Microsoft.EntityFrameworkCore.DbUpdateException")]
    [Clause(Rule, "database", Verdict.Reports)]
    public Task DatabaseException_Reports(string type) => ReportsOfAsync(type);

    [Theory]
    [InlineData("IOException")]
    [InlineData("PathTooLongException")]
    [Clause(Rule, "io", Verdict.Reports)]
    public Task IoException_Reports(string type) => ReportsOfAsync(type);

    [Theory]
    [InlineData("FormatException")]
    [InlineData("KeyNotFoundException")]
    [InlineData("System.Text.Json.JsonException")]
    [InlineData("System.Net.Http.HttpRequestException")]
    [Clause(Rule, "any", Verdict.IsSilent)]
    public Task OtherException_IsSilent(string type) => IsSilentOfAsync(type);

    [Theory]
    [InlineData("OwnException")]
    [InlineData("ArgumentException")]
    [Clause(Rule, "security", Verdict.IsSilent)]
    public Task ExceptionThatIsNotOfSecurity_IsSilent(string type) => IsSilentOfAsync(type);

    [Theory]
    [InlineData("Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException")]
    [Clause(Rule, "database", Verdict.IsSilent)]
    public Task LostRaceInTheDatabase_IsSilent(string type) => IsSilentOfAsync(type);

    [Theory]
    [InlineData("FileNotFoundException")]
    [InlineData("DirectoryNotFoundException")]
    [Clause(Rule, "io", Verdict.IsSilent)]
    public Task FileThatIsNotThere_IsSilent(string type) => IsSilentOfAsync(type);

    [Fact]
    [Clause(Rule, "cancelled", Verdict.IsSilent)]
    public Task Cancellation_IsSilent() =>
        Verify.IsSilentAsync(Method("async Task Run()", "try { await Task.Yield(); Work(); } catch (OperationCanceledException) { } catch (FormatException) { }"));

    [Fact]
    [Clause(Rule, "cancelled", Verdict.Reports)]
    public Task EverythingAfterCancellation_Reports() =>
        Verify.ReportsAsync(Method("async Task Run()", "try { await Task.Yield(); Work(); } catch (OperationCanceledException) { } [|catch|] (Exception) { }"));

    [Theory]
    [InlineData("bool TryRun(out string text)", "text = \"\"; try { text = Read(); return true; } catch (IOException) { return false; }")]
    [InlineData("bool TryRun()", "try { Work(); return true; } catch { } return false;")]
    [InlineData("string? TryRead()", "try { return Read(); } catch (Exception) { return null; }")]
    [InlineData("async Task<bool> IsReachable()", "try { await Task.Yield(); Work(); return true; } catch (Exception) { return false; }")]
    [InlineData("bool Exists()", "try { Work(); return true; } catch { return false; }")]
    [InlineData("string? ReadOrNull()", "try { return Read(); } catch (IOException) { return null; }")]
    [Clause(Rule, "try", Verdict.IsSilent)]
    public Task MethodThatSaysNo_IsSilent(string signature, string statements) => Verify.IsSilentAsync(Method(signature, statements));

    [Theory]
    [InlineData("bool TryRun()", "try { Work(); return true; } [|catch|] { return true; }")]
    [InlineData("bool Delete()", "try { Work(); return true; } [|catch|] { return false; }")]
    [InlineData("bool Trying()", "try { Work(); return true; } [|catch|] { return false; }")]
    [InlineData("void ReadOrNull()", "try { Work(); } [|catch|] { }")]
    [Clause(Rule, "try", Verdict.Reports)]
    public Task MethodThatDoesNot_Reports(string signature, string statements) => Verify.ReportsAsync(Method(signature, statements));

    [Theory]
    [InlineData("void Dispose()")]
    [InlineData("void Dispose(bool disposing)")]
    [InlineData("async ValueTask DisposeAsync()")]
    [Clause(Rule, "dispose", Verdict.IsSilent)]
    public Task Dispose_IsSilent(string signature) => Verify.IsSilentAsync(Method(signature, "try { Work(); } catch { }"));

    [Fact]
    [Clause(Rule, "dispose", Verdict.IsSilent)]
    public Task Finalizer_IsSilent() =>
        Verify.IsSilentAsync("class Handle : System.IDisposable { ~Handle() { try { System.Console.WriteLine(); } catch { } } void System.IDisposable.Dispose() { try { System.Console.WriteLine(); } catch { } } }");

    [Fact]
    [Clause(Rule, "dispose", Verdict.Reports)]
    public Task MethodLikeDispose_Reports() => Verify.ReportsAsync(Method("void UndoDispose()", "try { Work(); } [|catch|] { }"));

    [Theory]
    [InlineData("catch (Exception ex) when (ex is not OperationCanceledException) { }")]
    [InlineData("catch (IOException) when (_fallback > 2) { }")]
    [Clause(Rule, "filter", Verdict.IsSilent)]
    public Task Filter_IsSilent(string clause) => Verify.IsSilentAsync(Method("void Run()", $"try {{ Work(); }} {clause}"));

    [Fact]
    [Clause(Rule, "filter", Verdict.Reports)]
    public Task OtherCatchWithAFilter_Reports() =>
        Verify.ReportsAsync(Method("void Run()", "try { Work(); } catch (IOException) when (_fallback > 2) { } [|catch|] (IOException) { }"));

    [Theory]
    [InlineData("{ /* the file is gone */ }")]
    [InlineData("{ // best effort only\n }")]
    [InlineData("{ // nothing to\n // do here\n }")]
    [InlineData("{ return; // the cache is optional\n }")]
    [Clause(Rule, "comment", Verdict.IsSilent)]
    public Task Explanation_IsSilent(string block) => Verify.IsSilentAsync(Method("void Run()", $"try {{ Work(); }} catch (IOException) {block}"));

    [Theory]
    [InlineData("{ }")]
    [InlineData("{ /* ignore */ }")]
    [InlineData("{ // not important\n }")]
    [InlineData("{ // TODO think about this\n }")]
    [InlineData("{ // _logger.LogError(ex, \"could not do it\");\n }")]
    [InlineData("{ } // the file may be gone\n")]
    [Clause(Rule, "comment", Verdict.Reports)]
    public Task NoExplanation_Reports(string block) => Verify.ReportsAsync(Method("void Run()", $"try {{ Work(); }} [|catch|] (IOException) {block}"));

    [Theory]
    [InlineData("try { connection.Close(); } catch { }")]
    [InlineData("try { connection?.Dispose(); } catch { }")]
    [InlineData("try { await connection.DisposeAsync().ConfigureAwait(false); } catch { }")]
    [InlineData("try { await Task.Delay(10); } catch { }")]
    [InlineData("try { _logger.LogError(\"Failed\"); } catch { }")]
    [InlineData("try { _logger?.LogError(\"Failed\"); return; } catch { return; }")]
    [InlineData("try { System.Diagnostics.Trace.TraceError(\"failed\"); connection.Close(); } catch { }")]
    [Clause(Rule, "clean-up", Verdict.IsSilent)]
    public Task TriedCleanUp_IsSilent(string statement) => Verify.IsSilentAsync(Method("async Task Run(System.Data.Common.DbConnection connection)", statement + " await Task.Yield();"));

    [Theory]
    [InlineData("_logger.LogInformation(System.IO.File.ReadAllText(\"x\"));")]
    [InlineData("Work(); _logger.LogInformation(\"Done\");")]
    [InlineData("Console.WriteLine(\"Done\");")]
    public Task TriedWorkBesideLogging_Reports(string tried) => Verify.ReportsAsync(Method("void Run()", $"try {{ {tried} }} [|catch|] {{ }}"));

    [Fact]
    [Clause(Rule, "clean-up", Verdict.Reports)]
    public Task RollBackInTheCatch_Reports() =>
        Verify.ReportsAsync(Method("async Task Run(System.Data.Common.DbTransaction transaction)", "try { Work(); await transaction.CommitAsync(); } [|catch|] (Exception) { await transaction.RollbackAsync(); }"));

    [Fact]
    [Clause(Rule, "throws-next", Verdict.IsSilent)]
    public Task RetryThatThrowsInTheEnd_IsSilent() =>
        Verify.IsSilentAsync(Method("string Run()", "for (var i = 0; i < 3; i++) { try { return Read(); } catch (IOException) { } } throw new InvalidOperationException(\"No text.\");"));

    [Fact]
    [Clause(Rule, "throws-next", Verdict.Reports)]
    public Task RetryThatGivesUp_Reports() =>
        Verify.ReportsAsync(Method("void Run()", "for (var i = 0; i < 3; i++) { try { Work(); return; } [|catch|] (IOException) { } }"));

    [Fact]
    [Clause(Rule, "neutral", Verdict.IsSilent)]
    public Task WaitBeforeTheNextAttempt_IsSilent() =>
        Verify.IsSilentAsync(Method("async Task Run()", "while (true) { try { Work(); return; } catch (IOException) { await Task.Delay(100); } }"));

    [Fact]
    [Clause(Rule, "throws-next", Verdict.IsSilent)]
    public Task ThrowAfterTheTry_IsSilent() =>
        Verify.IsSilentAsync(Method("string Run()", "try { return Read(); } catch { } throw new InvalidOperationException(\"No text.\");"));

    [Fact]
    [Clause(Rule, "throws-next", Verdict.Reports)]
    public Task ReturnAfterTheTry_Reports() => Verify.ReportsAsync(Method("string? Run()", "try { return Read(); } [|catch|] { } return null;"));

    [Fact]
    [Clause(Rule, "fails-open", Verdict.IsSilent)]
    public Task DecisionThatFailsOpen_IsSilent() =>
        Verify.IsSilentAsync(Method("bool IsAllowed(string user)", "try { return user.Length > 3; } catch (Exception) { return true; }"));

    [Fact]
    [Clause(Rule, "fails-open", Verdict.Reports)]
    public Task OtherMethodThatSaysYes_Reports() =>
        Verify.ReportsAsync(Method("bool IsCached(int page)", "try { return page > 3; } [|catch|] (Exception) { return true; }"));

    [Fact]
    public Task LambdasLocalFunctionsAndAccessors_Report() =>
        Verify.ReportsAsync(Method(
            "void Run()",
            """
            Action action = () => { try { Work(); } [|catch|] { } };
            Func<string?> read = () => { try { return Read(); } [|catch|] { return null; } };
            Func<bool> test = () => { try { Work(); return true; } catch { return false; } };
            action();
            Console.WriteLine(read() + test() + Text() + Length);

            string? Text()
            {
                try { return Read(); }
                [|catch|] (IOException) { return null; }
            }
            """) + "partial class Service { private int Length { get { try { return Read().Length; } [|catch|] { return 0; } } } }");

    [Fact]
    public Task TopLevelStatements_Report() =>
        Verify.ReportsAsync("try { System.Console.WriteLine(args[0]); } [|catch|] (System.Exception) { }", Setting.Program);

    [Fact]
    public Task HalfTypedCode_DoesNotThrow() =>
        Verify.RunsAsync(Method("bool Run()", "try { Work( } catch (Exce { return } catch when ( { } catch (Exception ex) { return ex. ; } try { } catch"), new Setting { Broken = true });

    private static Task ReportsAnswerAsync(string signature, string clause) =>
        Verify.ReportsAsync(Method(signature, $"try {{ Work(); throw new NotSupportedException(); }} {clause.Replace("catch", "[|catch|]", StringComparison.Ordinal)}"));

    private static Task ReportsOfAsync(string type) =>
        Verify.ReportsAsync(
            Method("void Run()", $"try {{ Work(); }} {{|#0:catch|}} ({type}) {{ }}"),
            Expect(0, $"This catch swallows '{type[(type.LastIndexOf('.') + 1)..]}': nothing logs it, passes it on or answers with it; log it with the logger or rethrow it"));

    private static Task IsSilentOfAsync(string type) => Verify.IsSilentAsync(Method("void Run()", $"try {{ Work(); }} catch ({type}) {{ }}"));
}
