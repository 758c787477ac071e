using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Taint.Query;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Taint.Modelling;

/// <summary>Which additional files count, and that the engine is shared by all who have the same contents.</summary>
public class UserModelsTests
{
    private const string Row = "sql sink M:Own.Store.Run text";

    private static readonly KnownTypes s_types = KnownTypes.Of(Compilations.Create("", Setting.Default with { FrameworkOnly = true }));

    [Theory]
    [InlineData("/src/SecurityReview.Models.Own.txt", true)]
    [InlineData(@"c:\src\securityreview.models.a.b.TXT", true)]
    [InlineData("SecurityReview.Models.Own.txt", true)]
    [InlineData("/src/SecurityReview.Models.txt", false)]
    [InlineData("/src/SecurityReview.Models..txt", false)]
    [InlineData("/src/SecurityReview.Models.Own.md", false)]
    [InlineData("/SecurityReview.Models.Own.txt/Other.txt", false)]
    [InlineData("", false)]
    public void ModelFiles_AreKnownByTheirName(string path, bool expected) => Assert.Equal(expected, UserModels.IsModelFile(path));

    [Fact]
    public void EqualContents_ShareTheEngine()
    {
        var engine = Engine(("/a/SecurityReview.Models.Own.txt", Row), ("/a/SecurityReview.Models.More.txt", "# more"));
        Assert.Same(engine, Engine(("/b/SecurityReview.Models.2.txt", "# more"), ("/b/SecurityReview.Models.1.txt", Row), ("/b/other.txt", "whatever")));
    }

    [Fact]
    public void OtherContents_HaveAnEngineOfTheirOwn()
    {
        var own = Engine(("/SecurityReview.Models.Own.txt", Row));
        Assert.NotSame(own, Engine());
        Assert.NotSame(own, Engine(("/SecurityReview.Models.Own.txt", Row + "2")));
        Assert.True(own.Models.MayMatch("Run", ModelRole.Sink, "sql"));
        Assert.False(Engine().Models.MayMatch("Run", ModelRole.Sink, "sql"));
    }

    [Fact]
    public void FileThatCannotBeRead_IsLeftOut() =>
        Assert.Same(Engine(), TaintEngine.Of(s_types, new AnalyzerOptions([new TextFile("/SecurityReview.Models.Own.txt", null)])));

    [Fact]
    public Task RowsOfTheUser_CountBesideTheBuiltInOnes() =>
        Verify<SqlInjectionAnalyzer>.ReportsAsync(
            """
            using System.Data;
            using Microsoft.AspNetCore.Mvc;

            static class Store { public static void Run(string text) { } }

            public class OrdersController(IDbCommand command) : Controller
            {
                public void Get(string name)
                {
                    command.CommandText = [|"SELECT * FROM Orders WHERE Name = '" + name + "'"|];
                    Store.Run([|"DELETE FROM Orders WHERE Name = '" + name + "'"|]);
                    Store.Run("DELETE FROM Orders");
                }
            }
            """,
            Setting.Default with { AdditionalFiles = [("/SecurityReview.Models.Own.txt", "not understood\r\nsql sink M:Store.Run text\r\n")] });

    private static TaintEngine Engine(params (string Path, string Content)[] files) =>
        TaintEngine.Of(s_types, new AnalyzerOptions([.. files.Select(file => new TextFile(file.Path, file.Content))]));
}
