namespace ErrorHandling.Careless.Parcels;

public sealed class LabelStore(IHostEnvironment environment)
{
    public byte[]? Read(int id)
    {
        try
        {
            return File.ReadAllBytes(PathOf(id));
        }
        catch (Exception) // SECR2009
        {
            return null;
        }
    }

    public void Forget(int id)
    {
        try
        {
            File.Delete(PathOf(id));
        }
        catch (IOException) // SECR2009
        {
        }
    }

    private string PathOf(int id) => Path.Combine(environment.ContentRootPath, "labels", $"{id}.png");
}
