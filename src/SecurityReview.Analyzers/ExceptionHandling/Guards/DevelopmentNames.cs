namespace SecurityReview.Analyzers.ExceptionHandling.Guards;

/// <summary>Names of switches that tell development from production, or that open and close the view on details.</summary>
internal static class DevelopmentNames
{
    private static readonly HashSet<string> s_development = new(StringComparer.Ordinal)
    {
        "dev", "isdev", "isdevelopment", "development", "isdevelopmentenvironment", "isdevenvironment", "isdevelopmentmode", "isdevmode",
        "indevelopment", "isdebug", "debug", "isdebugging",
        "debugmode", "isdebugmode", "isdebugbuild", "isdebuggingenabled", "isstaging", "islocal", "islocaldevelopment", "isattached", "istestenvironment",
    };

    private static readonly string[] s_closing = ["hide", "suppress", "mask", "redact", "omit", "sanitiz", "generic", "customerror"];

    private static readonly string[] s_opening = ["show", "include", "expose", "send", "enable", "display", "return", "allow", "with", "full", "verbose", "use", "detailed", "emit", "print"];

    private static readonly string[] s_details = ["detail", "stack", "trace", "exception", "error", "verbose", "debug", "diagnostic", "internals"];

    /// <summary>What a switch of this name is in production; null where the name says nothing of it.</summary>
    /// <param name="name">The name; null for variables that the compiler makes, as for <c>lock</c>.</param>
    public static bool? InProduction(string? name)
    {
        if (name is null)
            return null;
        var plain = name.Replace("_", "").ToLowerInvariant();
        if (s_development.Contains(plain))
            return false;
        if (plain is "isproduction" or "isprod" or "production" or "productionmode" or "isproductionenvironment")
            return true;
        if (!s_details.Any(plain.Contains))
            return null;
        if (s_closing.Any(plain.Contains))
            return true;
        return s_opening.Any(plain.Contains) ? false : null;
    }

    /// <summary>Whether a switch of this name shows when it is off.</summary>
    public static bool IsClosing(string name) => s_closing.Any(name.ToLowerInvariant().Contains);
}
