using System.Security;

namespace SecurityReview.EndToEnd.Tests.Infrastructure;

/// <summary>
/// The NuGet settings of the tests that consume our package: its feed is added, other sources stay as they are. Packages go to a folder of
/// this run, or a repacked package of the same version would stay cached; one folder serves all tests of the run.
/// </summary>
public sealed class PackageCache : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The text of a <c>nuget.config</c> for a project that consumes our package.</summary>
    public string NuGetConfig() =>
        $"""
        <configuration>
          <packageSources>
            <add key="security-review-under-test" value="{SecurityElement.Escape(RepositoryFiles.PackageFolder)}" />
          </packageSources>
          <config>
            <add key="globalPackagesFolder" value="{SecurityElement.Escape(_folder.Path)}" />
          </config>
        {FallbackFolders()}
        </configuration>
        """;

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    /// <summary>What the machine has unpacked is not fetched again, unless our own package is there: it may be older.</summary>
    private static string FallbackFolders()
    {
        var machine = RepositoryFiles.MachinePackages;
        if (!Directory.Exists(machine) || Directory.Exists(Path.Combine(machine, "securityreview")))
            return "";
        return $"""
              <fallbackPackageFolders>
                <add key="machine" value="{SecurityElement.Escape(machine)}" />
              </fallbackPackageFolders>
            """;
    }
}
