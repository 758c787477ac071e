namespace ErrorHandling.Parcels;

/// <summary>Printed labels, in files.</summary>
public sealed class LabelStore(IHostEnvironment environment, ILogger<LabelStore> logger)
{
    public bool TryRead(int id, out byte[] label)
    {
        try
        {
            label = File.ReadAllBytes(PathOf(id));
            return true;
        }
        catch (IOException ex)
        {
            logger.LogWarning(ex, "No label of parcel {Id}", id);
            label = [];
            return false;
        }
    }

    public void Forget(int id)
    {
        try
        {
            File.Delete(PathOf(id));
        }
        catch (IOException)
        {
            // The label is printed just now; the nightly job comes by again.
        }
    }

    private string PathOf(int id) => Path.Combine(environment.ContentRootPath, "labels", $"{id}.png");
}
