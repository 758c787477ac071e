using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.ExceptionHandling.Mentions;

namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

/// <summary>What a handler does with an exception, by syntax alone: what is not plainly harmless is a use.</summary>
public class ExceptionMentionsTests
{
    [Theory]
    [InlineData("logger.LogError(ex, \"Failed\");")]
    [InlineData("_logger?.LogWarning(ex, $\"Failed: {ex}\");")]
    [InlineData("Log.Error(ex.ToString());")]
    [InlineData("Console.WriteLine(ex);")]
    [InlineData("await Console.Error.WriteLineAsync(ex.StackTrace);")]
    [InlineData("LogFailure(ex);")]
    [InlineData("telemetry.TrackException(ex);")]
    [InlineData("throw;")]
    [InlineData("throw ex;")]
    [InlineData("throw new InvalidOperationException(\"Failed\", ex);")]
    [InlineData("throw new(\"Failed\", ex);")]
    [InlineData("if (ex is SqlException { Number: 2627 }) return;")]
    [InlineData("if (ex.InnerException is SqlException sqlException) logger.LogError(sqlException, \"x\");")]
    [InlineData("if (ex.InnerException == null) return;")]
    [InlineData("if (ex.InnerException?.Message.Contains(\"x\") == true) return;")]
    [InlineData("return ex switch { NotFoundException => 404, _ => 500 };")]
    [InlineData("return ex.GetType().Name;")]
    [InlineData("return nameof(ex);")]
    [InlineData("completion.TrySetException(ex);")]
    [InlineData("ExceptionDispatchInfo.Capture(ex).Throw();")]
    [InlineData("return ExceptionMessages.Failed;")]
    public void Harmless(string statement) => Assert.Equal(ExceptionUse.None, ExceptionMentions.UseIn(Handler(statement)));

    [Theory]
    [InlineData("return ex.ToString();")]
    [InlineData("return $\"{ex}\";")]
    [InlineData("return \"x\" + ex.InnerException;")]
    [InlineData("return ex.InnerException?.Message;")]
    [InlineData("return ex.InnerException.Message;")]
    [InlineData("var text = ex.StackTrace;")]
    [InlineData("result.Error = ex.ToString();")]
    [InlineData("errors.Add(ex.ToString());")]
    [InlineData("return new { detail = ex.Data };")]
    [InlineData("return new Result { Error = ex };")]
    [InlineData("return Problem(ex.ToString());")]
    [InlineData("await HandleAsync(context, ex);")]
    [InlineData("_catalog.Add(ex);")]
    [InlineData("return LogAndDescribe(ex);")]
    [InlineData("return Environment.StackTrace;")]
    [InlineData("if (ex is { } any) return any.ToString();")]
    [InlineData("if (ex is SqlException inner) return inner.ToString();")]
    [InlineData("Exception cause = Find(); return cause.ToString();")]
    [InlineData("return ex.Detail;")]
    [InlineData("list.ForEach(item => item.Note = ex.ToString());")]
    [InlineData("(code, detail) = (500, ex.ToString());")]
    public void Spreads(string statement) => Assert.True((ExceptionMentions.UseIn(Handler(statement)) & ExceptionUse.Spreads) != 0);

    [Theory]
    [InlineData("return ex.Message;", nameof(ExceptionUse.SpreadsMessage))]
    [InlineData("return ex?.Message;", nameof(ExceptionUse.SpreadsMessage))]
    [InlineData("return $\"{ex.Message} {ex.HResult}\";", nameof(ExceptionUse.SpreadsMessage))]
    [InlineData("throw new AppException(ex.Message);", nameof(ExceptionUse.ThrowsMessage))]
    [InlineData("logger.LogError(ex.Message);", nameof(ExceptionUse.None))]
    [InlineData("if (ex.Message.Contains(\"x\")) return;", nameof(ExceptionUse.None))]
    public void Messages(string statement, string use) => Assert.Equal(use, ExceptionMentions.UseIn(Handler(statement)).ToString());

    [Theory]
    [InlineData("throw new AppException(ex.ToString());")]
    [InlineData("throw new AppException($\"Failed: {ex}\", ex);")]
    [InlineData("throw ex.InnerException;")]
    public void Throws(string statement) => Assert.Equal(ExceptionUse.Throws, ExceptionMentions.UseIn(Handler(statement)));

    [Theory]
    [InlineData("void M(IFeature feature) { var shown = feature.Error; }", false)]
    [InlineData("void M(IExceptionHandlerFeature feature) { var shown = feature.Error; }", true)]
    [InlineData("void M(AggregateException all) { var shown = all.ToString(); }", true)]
    [InlineData("void M(string name) { var shown = name.ToString(); }", false)]
    [InlineData("void M(Task task) { var shown = task.Exception; }", true)]
    [InlineData("void M(object o) { if (o is SqlException e) Show(e.ToString()); }", true)]
    [InlineData("void M(object o) { if (o is SqlException { Number: 1 } e) Show(e.ToString()); }", true)]
    [InlineData("void M() { foreach (Vendor.AppException e in Read()) Show(e.ToString()); }", true)]
    [InlineData("void M() { Read(out AppException? e); Show(e.ToString()); }", true)]
    [InlineData("void M() { List<AppException> e = Read(), f = e; Show(f.ToString()); }", true)]
    [InlineData("void M() { Run((AppException e) => Show(e.ToString())); }", true)]
    [InlineData("void M() { try { Work(); } catch (Failure e) { Show(e.ToString()); } }", true)]
    [InlineData("void M(Failure e) { Show(e.ToString()); }", false)]
    [InlineData("void M() { var e = Read(\"an exception\"); Show(e.ToString()); /* Exception e */ }", false)]
    [InlineData("AppException(string message, Exception inner) : base(message, inner) { }", false)]
    public void NamesThatSpeak(string member, bool isUse) => Assert.Equal(isUse, ExceptionMentions.UseIn(Member(member)) != ExceptionUse.None);

    private static MemberDeclarationSyntax Handler(string statement) =>
        Member($$"""async Task<object> M() { try { Work(); } catch (Exception ex) { {{statement}} } }""");

    private static MemberDeclarationSyntax Member(string member) =>
        ((TypeDeclarationSyntax)SyntaxFactory.ParseCompilationUnit($$"""class AppException { {{member}} }""").Members[0]).Members[0];
}
