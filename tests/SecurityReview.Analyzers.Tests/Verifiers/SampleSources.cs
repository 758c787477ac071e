namespace SecurityReview.Analyzers.Tests.Verifiers;

/// <summary>The sources of the sample programs in <c>samples</c>, for tests that compile them here.</summary>
internal static class SampleSources
{
    /// <summary>What the web SDK imports.</summary>
    public const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Net.Http.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    /// <summary>The folder of a sample.</summary>
    public static string FolderOf(string sample) => Path.Combine(TestReferences.RepositoryRoot, "samples", sample);

    /// <summary>The paths of its C# files in order, without what a build has made.</summary>
    public static IEnumerable<string> FilesOf(string sample)
    {
        var folder = FolderOf(sample);
        return Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(static part => part is "obj" or "bin"))
            .Order(StringComparer.Ordinal);
    }
}
