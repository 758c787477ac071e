namespace SecurityReview.Tool.Loading;

/// <summary>
/// Variables with which a build tells its children which MSBuild to use. When the command itself is started by a build (<c>dotnet run</c>,
/// a test, a build script) they must not decide about the build of the reviewed code, which may use another SDK.
/// </summary>
internal static class BuildEnvironment
{
    private const string Prefix = "MSBUILD";

    /// <summary>Removes them from the variables of a process to be started.</summary>
    public static void Clean(IDictionary<string, string?> variables)
    {
        foreach (var name in variables.Keys.Where(IsOfBuild).ToList())
            variables.Remove(name);
    }

    /// <summary>Removes them from this process, and so from the processes that load projects.</summary>
    public static void CleanOwn()
    {
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(IsOfBuild).ToList())
            Environment.SetEnvironmentVariable(name, null);
    }

    private static bool IsOfBuild(string name) => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);
}
