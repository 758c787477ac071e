using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Endpoints;

/// <summary>What the machine says: sources only where the option asks for them.</summary>
public class LocalSourceTests
{
    private const string Usings = "using Microsoft.Extensions.Configuration;";

    private static readonly Setting s_local = Setting.Default with { Options = "security_review.threat_models = local" };

    private static readonly string[] s_reads =
    [
        "Console.ReadLine()",
        "Console.In.ReadToEnd()",
        "new StreamReader(Console.OpenStandardInput()).ReadLine()",
        """Environment.GetEnvironmentVariable("E")""",
        """Environment.GetEnvironmentVariables()["E"]""",
        "Environment.CommandLine",
        "Environment.GetCommandLineArgs()[0]",
        """configuration["Key"]""",
        """configuration.GetValue<string>("Key")""",
        """configuration.GetSection("Section").Value""",
        """configuration.GetConnectionString("Main")""",
        """File.ReadAllText("f")""",
        """await File.ReadAllTextAsync("f")""",
        """File.ReadLines("f").First()""",
        """File.ReadAllLines("f")[0]""",
        """Encoding.UTF8.GetString(File.ReadAllBytes("f"))""",
        """new StreamReader("f").ReadLine()""",
        """new StreamReader(File.OpenRead("f")).ReadLine()""",
        """new StreamReader(new FileStream("f", FileMode.Open)).ReadLine()""",
        """Microsoft.Win32.Registry.GetValue("k", "n", null)""",
        """Microsoft.Win32.Registry.CurrentUser.GetValue("n")""",
    ];

    [Fact]
    public Task Read_Reports() => Verify<SqlInjectionAnalyzer>.ReportsAsync(SourceCode.Reading(Usings, "IConfiguration configuration", s_reads), s_local);

    [Fact]
    public Task Read_IsSilentByDefault() => Verify<SqlInjectionAnalyzer>.IsSilentAsync(SourceCode.ReadingHarmless(Usings, "IConfiguration configuration", s_reads));

    [Fact]
    public Task WhatTheProgramDecides_IsSilent() => Verify<SqlInjectionAnalyzer>.IsSilentAsync(
        SourceCode.ReadingHarmless(
            Usings,
            "IConfiguration configuration",
            "Environment.NewLine",
            "Environment.ProcessId",
            """configuration.GetSection("Section").Key""",
            """configuration.GetValue<int>("Key")""",
            """File.Exists("f")""",
            """Path.Combine("a", "b")""",
            """new StringReader("text").ReadLine()"""),
        s_local);

    [Fact]
    public Task ArgumentsOfTopLevelStatements_Report() => Verify<SqlInjectionAnalyzer>.ReportsAsync(
        """
        System.Data.Common.DbCommand command = null!;
        command.CommandText = [|"SELECT '" + args[0] + "'"|];
        """,
        Setting.Program with { Options = s_local.Options });

    [Fact]
    public Task ArgumentsOfMain_Report() => Verify<SqlInjectionAnalyzer>.ReportsAsync(
        SourceCode.Around("", """
            internal static class Program
            {
                private static void Main(string[] arguments) => Db.Command.CommandText = [|"SELECT '" + arguments[0] + "'"|];
            }

            internal static class Other
            {
                public static void Main(string[] arguments, int more) => Db.Command.CommandText = "SELECT '" + arguments[0] + "'";
            }
            """),
        Setting.Program with { Options = s_local.Options });

    [Fact]
    public Task MethodCalledMainOfALibrary_IsSilent() => Verify<SqlInjectionAnalyzer>.IsSilentAsync(
        SourceCode.Around("", """
            internal static class Program
            {
                private static void Main(string[] arguments) => Db.Command.CommandText = "SELECT '" + arguments[0] + "'";
            }
            """),
        s_local);
}
