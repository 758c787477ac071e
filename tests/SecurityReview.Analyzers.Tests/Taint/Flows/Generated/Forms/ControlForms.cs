using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Forms;

/// <summary>All control forms.</summary>
internal static class ControlForms
{
    /// <summary>Conditions that nothing in the program decides.</summary>
    private const string Clock = """
        internal static class Clock
        {
            public static int Hour => DateTime.UtcNow.Hour;

            public static bool IsOpen() => Hour is > 7 and < 19;

            public static int Round(int number) => number - (number % 5);

            public static void Check()
            {
                if (!IsOpen())
                    throw new InvalidOperationException("Closed.");
            }
        }
        """;

    private const string Switches = """
        internal static class Switches
        {
            public const bool Dormant = false;
        }
        """;

    private static readonly string[] s_count = ["Console.WriteLine(\"counted\");"];

    public static ImmutableArray<ControlForm> All { get; } =
    [
        new("Straight", step => step.Statement),
        new("If", step => [.. Lines.Block("if (Clock.IsOpen())", step.Statement), .. Lines.Block("else", s_count)]) { Types = Clock },
        new("ConstantCondition", step => [.. Lines.Block("if (Switches.Dormant)", s_count), .. Lines.Block("else", step.Statement)]) { Types = Switches },
        new("CallInCondition", step => Lines.Block("if (Clock.Round(Clock.Round(Clock.Hour)) > 5 && Clock.IsOpen())", step.Statement)) { Types = Clock },
        new("For", step => Lines.Block("for (var round = 0; round < 3; round++)", step.Statement)),
        new("ForEach", step => Lines.Block("foreach (var day in Enum.GetNames<DayOfWeek>())", ["if (day.Length > 7)\n    continue;", .. step.Statement])),
        new("While", step => ["var tries = 0;", .. Lines.Block("while (tries < 3)",
        [
            "tries++;",
            .. step.Statement,
            "if (Clock.IsOpen())\n    break;",
        ])]) { Types = Clock },
        new("Goto", step => ["var passes = 0;\nagain:", .. step.Statement, "passes++;\nif (passes < 2)\n    goto again;"]),
        new("SwitchStatement", step => Lines.Block("switch (Clock.Hour)",
        [
            "case 0:\n    Console.WriteLine(\"counted\");\n    break;\ncase 12 or 13:\n    break;\ndefault:",
            .. step.Statement.Select(line => "    " + line),
            "    break;",
        ])) { Types = Clock },
        new("SwitchExpression", step => [step.Assign($"Clock.Hour switch {{ 12 => \"noon\", < 3 => \"night\", _ => {step.Text} }}")]) { Types = Clock },
        new("Ternary", step => [step.Assign($"Clock.IsOpen() ? {Lines.Operand(step.Text)} : \"closed\"")]) { Types = Clock },
        new("NullCoalescing", step => [step.Assign($"{Lines.Operand(step.Text)} ?? \"missing\"")]),
        new("Pattern", step => Lines.Block($"if ({Lines.Operand(step.Text)} is {{ Length: > 0 }} matched)", [step.Assign("matched")])),
        new("TryFinally", step =>
        [
            .. Lines.Block("try", ["Clock.Check();", .. step.Statement]),
            .. Lines.Block("catch (InvalidOperationException)", s_count),
            .. Lines.Block("finally", ["Console.WriteLine(\"done\");"]),
        ]) { Types = Clock },
        new("Catch", step => [.. Lines.Block("try", ["Clock.Check();"]), .. Lines.Block("catch (InvalidOperationException)", step.Statement)]) { Types = Clock },
        new("EarlyReturn", step => [$"if (!Clock.IsOpen())\n    {step.Exit}", .. step.Statement]) { Types = Clock },
        new("Using", step => Lines.Block("using (var log = new StringWriter())", ["log.Write(\"counted\");", .. step.Statement])) { Usings = ["System.IO"] },
        new("Lock", step => ["var gate = new object();", .. Lines.Block("lock (gate)", step.Statement)]),
        new("InvokedLambda", step => ["var apply = () =>\n{", .. step.Statement.Select(line => "    " + line), "};\napply();"]),
    ];
}
