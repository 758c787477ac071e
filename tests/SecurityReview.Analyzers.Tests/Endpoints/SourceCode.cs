namespace SecurityReview.Analyzers.Tests.Endpoints;

/// <summary>Programs that put what a source gives into SQL text: a function per expression, so that one compilation judges a whole group.</summary>
internal static class SourceCode
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;

        """;

    /// <summary>Each expression alone reaches the text.</summary>
    public static string Reading(string usings, string parameters, params string[] expressions) => Program(usings, parameters, isMarked: true, expressions);

    /// <summary>The same without marks, for expressions that are no sources.</summary>
    public static string ReadingHarmless(string usings, string parameters, params string[] expressions) => Program(usings, parameters, isMarked: false, expressions);

    /// <summary>A class, or several, whose methods call <c>Db.Run(text)</c>; the text is marked where it stands as <c>[|…|]</c>.</summary>
    public static string Around(string usings, string code) => $$"""
        {{Usings}}{{usings}}

        {{Database}}
        {{code}}
        """;

    private static string Program(string usings, string parameters, bool isMarked, string[] expressions)
    {
        var methods = expressions.Select((expression, i) => $$"""
                public async Task M{{i}}({{parameters}})
                {
                    await Task.Yield();
                    var text = {{expression}};
                    {{Sink(isMarked)}}
                }
            """);
        return Around(usings, $$"""
            internal class Reader
            {
            {{string.Join("\n", methods)}}
            }
            """);
    }

    private static string Sink(bool isMarked) => isMarked ? """Db.Command.CommandText = [|"SELECT '" + text + "'"|];""" : """Db.Command.CommandText = "SELECT '" + text + "'";""";

    private const string Database = "internal static class Db { public static System.Data.Common.DbCommand Command => throw null!; }";
}
